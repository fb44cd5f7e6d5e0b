import * as $ from "multishot/runtime";
var main$maker = $.define(main, $.code("main", "for-of/input.js", main$step, [[main$0, ""], [main$1, "$position", "", "$position"]], "0 1 8|1 4 5 1", "#cxro7kl837"));
export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent, $position) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$position = $position;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error,
		$position, $t, each;
	$run: for (;;) try {
		switch ($next) {
			case 0:
				$position = $.iterate(['a', 'b', 'c']);

			case 2:
				$handler = -1;
				if (($position = $position.next()) === null) return $.returns(void 0);
				$t = $.element();
				$handler = 3;
				each = $t;
				if (each === 'b') {
					$next = 2;
					continue $run;
				}
				return $.yields(each, new main$1($parent, $position));

			case 3:
				$handler = -1;
				$.close($position, true);
				throw $error;

			case 1:
				$position = $frame.$position;
				$handler = 3;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$handler = -1;
					$.close($position, false);
					return $.returns($sent);
				}
				$next = 2;
				break;
		}
	} catch(error) {
		if ($handler < 0) throw error;
		$error = error;
		$next = $handler;
	}
}