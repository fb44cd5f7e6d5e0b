import * as $ from "multishot/runtime";
var $file = "tail-call/input.js";
var count$maker = $.define(count, $.code("count", $file, count$step, [[count$0, "n"], [count$1, "n"]], "0 1 1|1 3 3", "#1kg99bi5pzm"));
var main$maker = $.define(main, $.code("main", $file, main$step, [[main$0, ""]], "7 8|8 9|8 3", "#16u1tcrfcxd"));
function count(n) {
	return count$maker.start(new count$0(null, n), new.target);
}

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function count$0($parent, n) {
	this.$parent = $parent;
	this.$clean = 0;
	this.n = n;
}
function count$1($parent, n) {
	this.$parent = $parent;
	this.$clean = 0;
	this.n = n;
}
function count$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, n, $t;
	for (;;) switch ($next) {
		case 0:
			n = $frame.n;

		case 2:
			if (n === 0) return $.returns('done');
			return $.yields(n, new count$1($parent, n));

		case 1:
			n = $frame.n;
			$t = n - 1;
			n = $t;
			$next = 2;
			break;
	}
}
function main$0($parent, $point) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
}
function main$step($frame, $mode, $sent) {
	let { $point: $next, $parent } = $frame;
	for (;;) switch ($next) {
		case 0:
			return $.enters(count$enter(3, new main$0($parent, 1)));

		case 1:
			return $.yields($sent, new main$0($parent, 2));

		case 2:
			return $.returns(void 0);
	}
}
function count$enter(n, $parent) {
	return new count$0($parent, n);
}