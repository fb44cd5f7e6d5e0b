import * as $ from "multishot/runtime";
var $choice1 = null;
var main$code = $.code(
	"main",
	"effects/input.js",
	main$step,
	[[main$0, "x"]],
	[
		[0, 3, 8, 0, 0, 1],
		[0, 4, 13, 0, 0, 1],
		[0, 5, 3],
		[0, 6, 16]
	],
	"main#1j41orta6gy"
);
var main$maker = $.define(main, main$code);
import { choose, fail, guard } from 'multishot'

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}

function main$0($parent, $point, x) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
	this.x = x;
}
function main$step($frame, $mode, $sent, $at, x) {
	let $next = $at,
		$parent = $frame.$parent,
		$effect,
		$choice,
		$options,
		$taken,
		$limit,
		$depth,
		$other;

	if ($at === void 0) {
		({ $point: $next, x } = $frame);
	}

	$run: for (; ; ) switch ($next) {
		case 0:
			$effect = $choice1 ??= choose([1, 2, 3]);
			if (($choice = $.attempt($effect, $parent)) !== null) {
				$options = $choice.options;
				$taken = 0;

				for (; ; ) {
					$limit = $options.length;

					for (; ; ) {
						x = $options[$taken];
						++$taken;
						--$choice.untried;

						if (x !== 2) break;
						if ($taken < $limit) continue;
						if ($at !== void 0) return $.fails();

						$frame = $.fail($frame);
						$next = 6;

						continue $run;
					}

					if ($taken < $limit) {
						$depth = $.dive($choice);
						$other = main$step($frame, 0, void 0, 4, x);

						if ($.emerge($choice, $depth)) continue;

						$.kept(new main$0($parent, 1), $options, $taken, $depth);

						return $other;
					}

					$next = 4;

					continue $run;
				}
			}
			if (!$.open($effect, $frame = new main$0($parent, 1))) return $frame;
			$sent = $.OPTION;

		case 1:
			$choice = $.resumed($sent);
			({ options: $options, taken: $taken, limit: $limit } = $choice);
			for (; ; ) {
				x = $options[$taken];
				$choice.taken = ++$taken;

				if (x === 2) {
					if ($taken < $limit) continue;
					if (($frame = $.fail($frame)) === null) return $.yields(guard(false), new main$0($parent, 2, x));

					$next = 6;

					continue $run;
				}

				break;
			}

		case 2:

		case 4:
			if (x === 3) {
				if (($frame = $.fail($frame)) === null) return $.yields(fail('three'), new main$0($parent, 3, x));

				$next = 6;

				break;
			}

		case 3:

		case 5:
			return $.returns(x);

		case 6:
			$sent = $.OPTION;
			({ $point: $next, x } = $frame);
			break;

		default:
			return null;
	}
}