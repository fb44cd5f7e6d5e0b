import * as $ from "multishot/runtime";
var main$maker = $.define(main, $.code(
	"main",
	"switch/input.js",
	main$step,
	[[main$0, ""], [main$1, "$position", "", "$position"],
		[main$2, "$position $t1", "", "$position"]],
	"0 1 8|1 5 9 1|1 7 9 1|1 10 9 1|2 6 12 1",
	"#16fjrgyudhw"
));
export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent, $point, $position) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
	this.$position = $position;
}
function main$2($parent, $position, $t1) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$position = $position;
	this.$t1 = $t1;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error,
		$position, $t, each, $t1;
	for (;;) try {
		switch ($next) {
			case 0:
				$position = $.iterate([1, 2, 3]);

			case 5:
				$handler = -1;
				if (($position = $position.next()) === null) return $.returns(void 0);
				$t = $.element();
				$handler = 6;
				each = $t;
				$t1 = each;
				if ($t1 === 1) return $.yields('one', new main$1($parent, 1, $position));
				return $.yields('asked', new main$2($parent, $position, $t1));

			case 6:
				$handler = -1;
				$.close($position, true);
				throw $error;

			case 7:
				return $.yields('fell', new main$1($parent, 2, $position));

			case 4:
				({ $position, $t1 } = $frame);
				$handler = 6;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$handler = -1;
					$.close($position, false);
					return $.returns($sent);
				}
				if ($t1 === $sent) {
					$next = 7;
					break;
				}
				return $.yields('other', new main$1($parent, 3, $position));

			case 1:
				$position = $frame.$position;
				$handler = 6;
				if ($mode === 1) throw $sent;
				if ($mode !== 2) {
					$next = 7;
					break;
				}

			case 8:
				$handler = -1;
				$.close($position, false);
				return $.returns($sent);

			case 2:
				$position = $frame.$position;
				$handler = 6;
				if ($mode === 1) throw $sent;
				$next = $mode === 2 ? 8 : 5;
				break;

			case 3:
				$position = $frame.$position;
				$handler = 6;
				if ($mode === 1) throw $sent;
				$next = $mode === 2 ? 8 : 5;
				break;
		}
	} catch(error) {
		if ($handler < 0) throw error;
		$error = error;
		$next = $handler;
	}
}