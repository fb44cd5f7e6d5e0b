import * as $ from "multishot/runtime";
var main$maker = $.define(main, $.code("main", "destructuring/input.js", main$step, [[main$0, ""], [main$1, "a $t"], [main$2, "a $t $t2"], [main$3, "$position"]], "0 1 8|1 2 15|2 2 33|0 3 3|3 4 18 1|0 5 3", "#1gqhkluwxxa"));
export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function main$0($parent, $point) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
}
function main$1($parent, a, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.a = a;
	this.$t = $t;
}
function main$2($parent, a, $t, $t2) {
	this.$parent = $parent;
	this.$clean = 0;
	this.a = a;
	this.$t = $t;
	this.$t2 = $t2;
}
function main$3($parent, $position) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$position = $position;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error, $t, $t1,
		a, $t2, $t3, b, $t4, rest, $t5, $position, $t6, first, $t7, others;
	for (;;) try {
		switch ($next) {
			case 0:
				$t = { a: 1, c: 3 };
				$.destructurable($t);
				$t1 = $t["a"];
				a = $t1;
				return $.yields('key', new main$1($parent, a, $t));

			case 1:
				({ a, $t } = $frame);
				$t2 = $.key($t, $sent);
				$t3 = $t[$t2];
				if ($t3 === void 0) return $.yields('default', new main$2($parent, a, $t, $t2));

			case 6:
				b = $t3;
				$t4 = $.rest($t, ["a", $t2]);
				rest = $t4;
				return $.yields([a, b, rest], new main$0($parent, 3));

			case 2:
				({ a, $t, $t2 } = $frame);
				$t3 = $sent;
				$next = 6;
				break;

			case 3:
				$t5 = [undefined, 2, 3, 4];
				$position = $.iterate($t5);
				$handler = 7;
				$t6 = $.take($position = $.advance($position));
				if ($t6 === void 0) return $.yields('first', new main$3($parent, $position));
				$next = 8;
				break;

			case 7:
				$handler = -1;
				$.close($position, true);
				throw $error;

			case 8:
				first = $t6;
				$.take($position = $.advance($position));
				$t7 = $.drain($position);
				$position = null;
				others = $t7;
				$handler = -1;
				$.close($position, false);
				return $.yields([first, others], new main$0($parent, 5));

			case 4:
				$position = $frame.$position;
				$handler = 7;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$handler = -1;
					$.close($position, false);
					return $.returns($sent);
				}
				$t6 = $sent;
				$next = 8;
				break;

			case 5:
				return $.returns(void 0);
		}
	} catch(error) {
		if ($handler < 0) throw error;
		$error = error;
		$next = $handler;
	}
}