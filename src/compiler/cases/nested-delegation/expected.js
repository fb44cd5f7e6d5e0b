import * as $ from "multishot/runtime";
var $file = "nested-delegation/input.js";
var inner$maker = $.define(inner, $.code("inner", $file, inner$step, [[inner$0, "name"], [inner$1, "name"]], "0 1 1|1 2 18", "#1ddz15be25q"));
var main$maker = $.define(main, $.code("main", $file, main$step, [[main$0, ""], [main$1, "$t"]], "0 6 8|0 7 9|0 7 3|0 8 3|0 9 10|1 9 32|0 9 3", "#11c0j3tspmu"));
function inner(name) {
	return inner$maker.start(new inner$0(null, name), new.target);
}

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function inner$0($parent, name) {
	this.$parent = $parent;
	this.$clean = 0;
	this.name = name;
}
function inner$1($parent, name) {
	this.$parent = $parent;
	this.$clean = 0;
	this.name = name;
}
function inner$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, name, answer;
	for (;;) switch ($next) {
		case 0:
			name = $frame.name;
			return $.yields(name, new inner$1($parent, name));

		case 1:
			name = $frame.name;
			answer = $sent;
			return $.returns(`${name}:${answer}`);
	}
}
function main$0($parent, $point) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
}
function main$1($parent, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$t = $t;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $t;
	for (;;) switch ($next) {
		case 0:
			return $.enters(inner$enter('direct', new main$0($parent, 1)));

		case 1:
			return $.yields($sent, new main$0($parent, 2));

		case 2:
			return $.delegate([1, 2], new main$0($parent, 3));

		case 3:
			return $.enters(inner$enter('left', new main$0($parent, 4)));

		case 4:
			$t = $sent;
			return $.enters(inner$enter('right', new main$1($parent, $t)));

		case 5:
			$t = $frame.$t;
			return $.yields([$t, $sent], new main$0($parent, 6));

		case 6:
			return $.returns(void 0);
	}
}
function inner$enter(name, $parent) {
	return new inner$0($parent, name);
}