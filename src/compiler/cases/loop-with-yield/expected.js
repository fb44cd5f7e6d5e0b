import * as $ from "multishot/runtime";
var main$maker = $.define(main, $.code("main", "loop-with-yield/input.js", main$step, [[main$0, "limit"], [main$1, "limit", "total i"]], "0 1 8|1 6 5", "#1jjil9xfvqy"));
export function main(limit = 3) {
	return main$maker.start(new main$0(null, limit), new.target);
}
function main$0($parent, limit) {
	this.$parent = $parent;
	this.$clean = 0;
	this.limit = limit;
}
function main$1($parent, limit, total, i) {
	this.$parent = $parent;
	this.$clean = 0;
	this.limit = limit;
	this.total = total;
	this.i = i;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, limit, total, i, square;
	for (;;) switch ($next) {
		case 0:
			limit = $frame.limit;
			total = 0;
			i = 0;

		case 2:
			if (i < limit) {
				square = i * i;
				total += square;
				return $.yields(total, new main$1($parent, limit, total, i));
			}
			return $.returns(total);

		case 1:
			({ limit, total, i } = $frame);
			i++;
			$next = 2;
			break;
	}
}