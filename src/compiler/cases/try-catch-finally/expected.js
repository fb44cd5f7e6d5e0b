import * as $ from "multishot/runtime";
var main$maker = $.define(main, $.code(
	"main",
	"try-catch-finally/input.js",
	main$step,
	[[main$0, ""], [main$1, ""], [main$2, "$pending log", "$kind"],
		[main$3, "log $t2"], [main$4, "log $t"]],
	"0 1 8|1 12 3|2 9 5|3 7 14 1|4 4 14 1",
	"#21rrf175h19"
));
export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$2($parent, $pending, log, $kind) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$pending = $pending;
	this.log = log;
	this.$kind = $kind;
}
function main$3($parent, log, $t2) {
	this.$parent = $parent;
	this.$clean = 0;
	this.log = log;
	this.$t2 = $t2;
}
function main$4($parent, log, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.log = log;
	this.$t = $t;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error, log, $t,
		$pending, $kind, $t1, error, $t2;
	for (;;) try {
		switch ($next) {
			case 0:
				log = [];
				$handler = 9;
				$t = log.push;
				return $.yields('try', new main$4($parent, log, $t));

			case 5:
				return $.yields(log, new main$1($parent));

			case 6:
				$handler = -1;
				return $.yields('finally', new main$2($parent, $pending, log, $kind));

			case 7:
				$handler = -1;
				$pending = $error;
				$kind = 1;
				$next = 6;
				break;

			case 8:
				$handler = 7;
				$kind = 0;
				$pending = void 0;
				$next = 6;
				break;

			case 9:
				$handler = 7;
				$t1 = $error;
				error = $t1;
				$t2 = log.push;
				return $.yields(error.message, new main$3($parent, log, $t2));

			case 4:
				({ log, $t } = $frame);
				$handler = 9;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$pending = $sent;
					$kind = 2;
					$next = 6;
					break;
				}
				$.apply($t, log, [$sent], "log.push");
				throw new Error('inside');
				$next = 8;
				break;

			case 3:
				({ log, $t2 } = $frame);
				$handler = 7;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$pending = $sent;
					$kind = 2;
					$next = 6;
					break;
				}
				$.apply($t2, log, [$sent], "log.push");
				$next = 8;
				break;

			case 2:
				({ $pending, log, $kind } = $frame);
				log.push('closed');
				$next = [5, 10, 11][$kind];
				break;

			case 10:
				throw $pending;

			case 11:
				return $.returns($pending);

			case 1:
				return $.returns(void 0);
		}
	} catch(error) {
		if ($handler < 0) throw error;
		$error = error;
		$next = $handler;
	}
}