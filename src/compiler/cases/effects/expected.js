import * as $ from "multishot/runtime";
var $choice1 = null;
var main$code = $.code("main", "effects/input.js", main$step, [[main$0, ""], [main$1, ""], [main$2, "x"], [main$3, "x"]], [[0, 3, 8], [1, 4, 13], [2, 5, 3], [3, 6, 16]], "main#2cj92sjbfp");
var main$maker = $.define(main, main$code);
import { choose, fail, guard } from 'multishot'

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
function main$2($parent, x) {
	this.$parent = $parent;
	this.$clean = 0;
	this.x = x;
}
function main$3($parent, x) {
	this.$parent = $parent;
	this.$clean = 0;
	this.x = x;
}
function main$step($frame, $mode, $sent, $at, x) {
	let $next = $at ?? $frame.$point,
		$parent = $frame.$parent,
		$effect,
		$choice,
		$options,
		$taken,
		$limit,
		$depth,
		$other;

	$run: for (; ; ) switch ($next) {
		case 0:
			$effect = $choice1 ??= choose([1, 2, 3]);
			if (($choice = $.attempt($effect, $parent)) !== null) {
				$options = $choice.options;
				$taken = 0;
				$limit = $options.length;

				$try1: for (; ; ) {
					$sent = $options[$taken];
					++$taken;
					--$choice.untried;
					x = $sent;

					if (x !== 2) {
						if ($taken < $limit) {
							$depth = $.dive($choice);
							$other = main$step($frame, 0, void 0, 4, x);

							if ($.emerge($choice, $depth)) {
								continue $try1;
							}

							$.kept(new main$1($parent), $options, $taken, $depth);

							return $other;
						}

						$next = 4;

						continue $run;
					}

					if ($taken < $limit) {
						continue $try1;
					}

					if ($at !== void 0) {
						return $.fails();
					}

					$frame = $.fail($frame);
					$sent = $.OPTION;
					$next = $frame.$point;

					continue $run;
				}
			}
			if ($.open($effect, $frame = new main$1($parent))) {
				$sent = $.OPTION;
				$next = 1;

				continue $run;
			}
			return $frame;

		case 1:
			$choice = $.resumed($sent);
			$options = $choice.options;
			$taken = $choice.taken;
			$limit = $choice.limit;
			$again1: for (; ; ) {
				$sent = $options[$taken];
				$choice.taken = ++$taken;
				x = $sent;

				if (!(x !== 2)) {
					if ($taken < $limit) {
						continue $again1;
					}

					if (($other = $.fail($frame)) !== null) {
						$frame = $other;
						$sent = $.OPTION;
						$next = $frame.$point;

						continue $run;
					}

					return $.yields(guard(false), new main$2($parent, x));
				}

				break $again1;
			}

		case 4:
			if (x === 3) {
				if (($other = $.fail($frame)) !== null) {
					$frame = $other;
					$sent = $.OPTION;
					$next = $frame.$point;

					continue $run;
				}

				return $.yields(fail('three'), new main$3($parent, x));
			}
			$next = 5;
			continue $run;

		case 2:
			x = $frame.x;
			$next = 4;
			continue $run;

		case 5:
			return $.returns(x);

		case 3:
			x = $frame.x;
			$next = 5;
			continue $run;

		default:
			return null;
	}
}