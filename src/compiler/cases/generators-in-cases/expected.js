import * as $ from "multishot/runtime";
var $file = "generators-in-cases/input.js";
var numbers$code = $.code("numbers", $file, null, [[numbers$0, "$maker x"], [numbers$1, "$maker"], [numbers$2, "$maker"]], "0 6 7|1 7 9|2 8 9", "#t81wcw7ias");
var declared$code = $.code("declared", $file, declared$step, [[declared$0, ""], [declared$1, ""]], "0 22 7|1 23 9", "#1zn7hwu8qwk");
var main$maker = $.define(main, $.code("main", $file, main$step, [[main$0, ""]], "15 8|16 3|17 11|19 7", "#25owy8jzpya"));
$.file($file, [[declared$build, "declared~1#8yaajt9g8s"]]);
function pick(n) {
  {
	const $on = n;
	{
		let numbers = $.generator(numbers$code, ($maker) => {
			$maker.step = function numbers$step($frame, $mode, $sent) {
				let $next = $frame.$point, $parent = $frame.$parent, x;
				for (;;) switch ($next) {
					case 0:
						x = $frame.x;
						return $.yields(x, new numbers$1($parent, $maker));

					case 1:
						return $.yields(n, new numbers$2($parent, $maker));

					case 2:
						return $.returns(void 0);
				}
			};
			return ({
				numbers(x) {
					return $maker.start(new numbers$0(null, $maker, x));
				}
			}).numbers;
		});
		switch ($on) {
			case 0:
				return [...numbers(1)];

			case 1:

			default:
				return [...numbers(2)];
		}
	}
}
}

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function numbers$0($parent, $maker, x) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
	this.x = x;
}
function numbers$1($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function numbers$2($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function declared$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function declared$1($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function declared$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent;
	for (;;) switch ($next) {
		case 0:
			return $.yields('declared', new declared$1($parent));

		case 1:
			return $.returns(void 0);
	}
}
function declared$build() {
	return $.generator(declared$code, ($maker1) => ({
		declared() {
			return $maker1.start(new declared$0(null));
		}
	}).declared);
}
function main$0($parent, $point) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
}
function main$step($frame, $mode, $sent) {
	let { $point: $next, $parent } = $frame, $t, declared;
	for (;;) switch ($next) {
		case 0:
			return $.yields([pick(0), pick(1), pick(2)], new main$0($parent, 1));

		case 1:
			return $.yields('which', new main$0($parent, 2));

		case 2:
			$t = $sent;
			declared = $.labelled(declared$build);
			if ($t !== 0) return $.enters(declared$enter(new main$0($parent, 3)));

		case 3:
			return $.returns(void 0);
	}
}
function declared$enter($parent) {
	return new declared$0($parent);
}