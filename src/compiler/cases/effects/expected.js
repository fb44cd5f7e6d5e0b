import * as $ from "multishot/runtime";
var $choice1 = null;
var main$maker = $.define(main, $.code("main", "effects/input.js", main$step, [[main$0, "x"]], "3 8 0 1|4 13 0 1|5 3|6 16", "#1j41orta6gy"));
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
	let $next = $at ?? 5, $parent = $frame.$parent, $choice, $options, $taken, $limit;
	$run: for (;;) switch ($next) {
		case 0:
			$sent = $choice1 ??= choose([1, 2, 3]);
			$choice = $.attempt($sent, $parent);
			if (!$choice && !($sent = $.open($sent, $frame = new main$0($parent, 1)))) return $frame;

		case 1:
			$choice ||= $.resumed($sent);
			({ options: $options, taken: $taken } = $choice);
			for (;;) {
				for ($limit = $options.length; ; ) {
					x = $options[$taken];
					$choice.taken = ++$taken;
					if (x !== 2) break;
					if ($taken < $limit) continue;
					if ($at) return $.fails();
					if (!($frame = $.fail($frame))) return $.yields(guard(false), new main$0($parent, 2, x));
					$next = 4;
					continue $run;
				}
				if (!$.dive($choice, $taken)) break;
				if (!$.emerge(main$step($frame, 0, void 0, 2, x), $choice, $options, $taken)) return $.kept(new main$0($parent, 1));
			}

		case 2:
			if (x === 3) {
				if (!($frame = $.fail($frame))) return $.yields(fail('three'), new main$0($parent, 3, x));
				$next = 4;
				break;
			}

		case 3:
			return $.returns(x);

		case 4:
			$sent = $.OPTION;
			$choice = null;

		case 5:
			({ $point: $next, x } = $frame);
			break;

		default:
			return null;
	}
}