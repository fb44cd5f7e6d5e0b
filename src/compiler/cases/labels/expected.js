import {
	code as $code,
	yields as $yields,
	returns as $returns,
	define as $define
} from "multishot/runtime";
var main$code = $code(
	"main",
	"labels/input.js",
	main$step,
	[
		[main$0, 1, 8, ""],
		[main$1, 10, 5, ""],
		[main$2, 6, 7, "", "i j"],
		[main$3, 12, 5, ""]
	],
	"main#1p9dxwslig"
);
var main$maker = $define(main, main$code);
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
function main$2($parent, i, j) {
	this.$parent = $parent;
	this.$clean = 0;
	this.i = i;
	this.j = j;
}
function main$3($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point,
		$parent = $frame.$parent,
		i,
		j;

	$run: for (; ; ) switch ($next) {
		case 0:
			i = 0;

		case 4:
			j = 0;
			$next = 7;
			continue $run;

		case 5:
			i++;
			$next = 4;
			continue $run;

		case 6:
			return $yields('in', new main$1($parent));

		case 7:
			if (j < 3) {
				if (j === 2) {
					$next = 5;

					continue $run;
				}

				if (i === 2) {
					$next = 6;

					continue $run;
				}

				return $yields([i, j], new main$2($parent, i, j));
			}
			$next = 5;
			continue $run;

		case 2:
			i = $frame.i;
			j = $frame.j;
			j++;
			$next = 7;
			continue $run;

		case 8:
			return $returns(void 0);

		case 1:
			if (Math.PI > 3) {
				$next = 8;

				continue $run;
			}
			return $yields('never', new main$3($parent));

		case 3:
			$next = 8;
			continue $run;
	}
}