import * as $ from "multishot/runtime";
var main$maker = $.define(main, $.code("main", "labels/input.js", main$step, [[main$0, ""], [main$1, "", "i j"]], "0 1 8|0 10 5|1 6 7|0 12 5", "#fapuxq9vse"));
export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function main$0($parent, $point) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
}
function main$1($parent, i, j) {
	this.$parent = $parent;
	this.$clean = 0;
	this.i = i;
	this.j = j;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, i, j;
	$run: for (;;) switch ($next) {
		case 0:
			i = 0;

		case 4:
			j = 0;
			$next = 7;
			break;

		case 5:
			i++;
			$next = 4;
			break;

		case 6:
			return $.yields('in', new main$0($parent, 1));

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
				return $.yields([i, j], new main$1($parent, i, j));
			}
			$next = 5;
			break;

		case 2:
			({ i, j } = $frame);
			j++;
			$next = 7;
			break;

		case 8:
			return $.returns(void 0);

		case 1:
			if (Math.PI > 3) {
				$next = 8;
				continue $run;
			}
			return $.yields('never', new main$0($parent, 3));

		case 3:
			$next = 8;
			break;
	}
}