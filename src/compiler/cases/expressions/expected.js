import * as $ from "multishot/runtime";
var main$maker = $.define(main, $.code(
	"main",
	"expressions/input.js",
	main$step,
	[[main$0, ""], [main$1, "object $t", "", "object"],
		[main$2, "object $t $t1", "", "object"],
		[main$3, "object $t $t1 $t2", "", "object"], [main$4, "object", "", "object"],
		[main$5, "object", "$t3", "object"], [main$6, ""], [main$7, "$t6 $t7"]],
	"0 1 8|1 3 18|2 3 37|3 3 71|4 3 3|4 4 12|5 4 26|4 4 3|6 5 3|7 5 18",
	"#17nyh8mi9h"
));
$.file("expressions/input.js", [[f$build, "f#1c9e4449r4r"]]);
export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function f$build() {
	return ({ f: (...all) => all.join() })["f"];
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent, object, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.object = object;
	this.$t = $t;
}
function main$2($parent, object, $t, $t1) {
	this.$parent = $parent;
	this.$clean = 0;
	this.object = object;
	this.$t = $t;
	this.$t1 = $t1;
}
function main$3($parent, object, $t, $t1, $t2) {
	this.$parent = $parent;
	this.$clean = 0;
	this.object = object;
	this.$t = $t;
	this.$t1 = $t1;
	this.$t2 = $t2;
}
function main$4($parent, $point, object) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
	this.object = object;
}
function main$5($parent, object, $t3) {
	this.$parent = $parent;
	this.$clean = 0;
	this.object = object;
	this.$t3 = $t3;
}
function main$6($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$7($parent, $t6, $t7) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$t6 = $t6;
	this.$t7 = $t7;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, object, $t, $t1, $t2, $t3, $t4,
		$t5, $t6, $t7, $t8, $t9, $t10;
	for (;;) switch ($next) {
		case 0:
			object = { f: $.labelled(f$build) };
			$t = object.f;
			return $.yields('first', new main$1($parent, object, $t));

		case 1:
			({ object, $t } = $frame);
			$t1 = $sent;
			return $.delegate([['second']], new main$2($parent, object, $t, $t1));

		case 2:
			({ object, $t, $t1 } = $frame);
			$sent;
			$t2 = [...['spread']];
			return $.yields('last', new main$3($parent, object, $t, $t1, $t2));

		case 3:
			({ object, $t, $t1, $t2 } = $frame);
			return $.yields($.apply($t, object, [$t1, ...$t2, $sent], "object.f"), new main$4($parent, 4, object));

		case 4:
			object = $frame.object;
			return $.yields('x', new main$4($parent, 5, object));

		case 5:
			object = $frame.object;
			$t3 = `${$sent}`;
			return $.yields('y', new main$5($parent, object, $t3));

		case 6:
			({ object, $t3 } = $frame);
			$t4 = $sent;
			$t5 = $t4;
			if (!($t4 == null)) {
				$next = 10;
				break;
			}
			$t5 = 'none';

		case 10:
			return $.yields(`${$t3}-${$t5}`, new main$4($parent, 7, object));

		case 7:
			object = $frame.object;
			$t6 = void 0;
			$t7 = object;
			if (!($t7 == null)) return $.yields('key', new main$7($parent, $t6, $t7));

		case 11:
			return $.yields($t6, new main$6($parent));

		case 9:
			({ $t6, $t7 } = $frame);
			$t8 = $t7[$sent];
			$t9 = $t8;
			if ($t9 == null) {
				$next = 11;
				break;
			}
			$t10 = $t9.length;
			$t6 = $t10;
			$next = 11;
			break;

		case 8:
			return $.returns(void 0);
	}
}