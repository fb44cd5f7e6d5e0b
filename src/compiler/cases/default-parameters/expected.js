import * as $ from "multishot/runtime";
var $file = "default-parameters/input.js";
var inner$maker = $.define(inner, $.code("inner", $file, inner$step, [[inner$0, "a b c rest"], [inner$1, ""], [inner$2, ""]], "0 4 1|1 5 3|2 7 3", "#1fvogivzeqf"));
var main$maker = $.define(main, $.code("main", $file, main$step, [[main$0, ""]], "10 8|11 3|12 3|13 3", "#1xvf4ky2bk"));
let made = 0
const next = () => ++made

function inner(a, b = a + next(), { c = b } = {}, ...rest) {
	return inner$maker.start(new inner$0(null, a, b, c, rest), new.target);
}

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function inner$0($parent, a, b, c, rest) {
	this.$parent = $parent;
	this.$clean = 0;
	this.a = a;
	this.b = b;
	this.c = c;
	this.rest = rest;
}
function inner$1($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function inner$2($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function inner$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, a, b, c, rest;
	for (;;) switch ($next) {
		case 0:
			({ a, b, c, rest } = $frame);
			return $.yields([a, b, c, rest], new inner$1($parent));

		case 1:
			a = 0;
			return $.yields(a, new inner$2($parent));

		case 2:
			return $.returns(void 0);
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
			return $.call(inner, inner(1), new main$0($parent, 1));

		case 1:
			return $.call(inner, inner(1, 2, { c: 3 }, 4, 5), new main$0($parent, 2));

		case 2:
			return $.yields([inner.length, made], new main$0($parent, 3));

		case 3:
			return $.returns(void 0);
	}
}