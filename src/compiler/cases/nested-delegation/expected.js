import {
	code as $code,
	yields as $yields,
	returns as $returns,
	define as $define,
	enters as $enters,
	delegate as $delegate
} from "multishot/runtime";
var inner$code = $code("inner", "nested-delegation/input.js", inner$step, [[inner$0, 1, 1, "name"], [inner$1, 2, 18, "name"]], "inner#1448yfmbav6");
var inner$maker = $define(inner, inner$code);
var main$code = $code(
	"main",
	"nested-delegation/input.js",
	main$step,
	[
		[main$0, 6, 8, ""],
		[main$1, 7, 9, ""],
		[main$2, 7, 3, ""],
		[main$3, 8, 3, ""],
		[main$4, 9, 10, ""],
		[main$5, 9, 32, "$t"],
		[main$6, 9, 3, ""]
	],
	"main#av21de6wi1"
);
var main$maker = $define(main, main$code);
function inner(name) {
	return inner$maker.start(new inner$0(null, name), new.target);
}

export function main() {
	return main$maker.start(new main$0(null), new.target);
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
	let $next = $frame.$point,
		$parent = $frame.$parent,
		name,
		answer;

	$run: for (; ; ) switch ($next) {
		case 0:
			name = $frame.name;
			return $yields(name, new inner$1($parent, name));

		case 1:
			name = $frame.name;
			answer = $sent;
			return $returns(`${name}:${answer}`);
	}
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$2($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$3($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$4($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$5($parent, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$t = $t;
}
function main$6($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point,
		$parent = $frame.$parent,
		$t;

	$run: for (; ; ) switch ($next) {
		case 0:
			return $enters(inner$enter('direct', new main$1($parent)));

		case 1:
			return $yields($sent, new main$2($parent));

		case 2:
			return $delegate([1, 2], new main$3($parent));

		case 3:
			return $enters(inner$enter('left', new main$4($parent)));

		case 4:
			$t = $sent;
			return $enters(inner$enter('right', new main$5($parent, $t)));

		case 5:
			$t = $frame.$t;
			return $yields([$t, $sent], new main$6($parent));

		case 6:
			return $returns(void 0);
	}
}
function inner$enter(name, $parent) {
	return new inner$0($parent, name);
}