import * as $ from "multishot/runtime";
var $choice1 = null;
var main$maker = $.define(main, $.code("main", "attempt-in-loop/input.js", main$step, [[main$0, "last digit", "i"]], "5 8 0 3|8 19 1 2|9 5 0 1", "#1ktbgnnj3y3"));
import { choose, guard } from 'multishot'

const digits = [3, 1, 2]

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function main$0($parent, $point, last, digit, i) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
	this.last = last;
	this.digit = digit;
	this.i = i;
}
function main$step($frame, $mode, $sent, $at, i, digit) {
	let $next = $at ?? 5, $parent = $frame.$parent, last, $choice, $options, $taken,
		$limit;
	$run: for (;;) switch ($next) {
		case 0:
			last = 0;
			i = 0;
			$next = 3;
			break;

		case 2:
			last = digit;
			i++;

		case 3:
			if (!(i < 3)) return $.returns(last);
			$sent = $choice1 ??= choose(digits);
			$choice = $.isShared(last) && $.attempt($sent, $parent);
			if (!$choice && !($sent = $.open($sent, $frame = new main$0($parent, 1, last, void 0, i)))) return $frame;

		case 1:
			$choice ||= $.resumed($sent);
			({ options: $options, taken: $taken } = $choice);
			for (;;) {
				for ($limit = $options.length; ; ) {
					digit = $options[$taken];
					$choice.taken = ++$taken;
					if (digit > last) break;
					if ($taken < $limit) continue;
					if ($at) return $.fails();
					if (!($frame = $.fail($frame))) return $.yields(guard(false), new main$0($parent, 2, void 0, digit, i));
					$next = 4;
					continue $run;
				}
				if (!$.dive($choice, $taken)) break;
				if (!$.emerge(main$step($frame, 0, void 0, 2, i, digit), $choice, $options, $taken)) return $.kept(new main$0($parent, 1, last, void 0, i));
			}
			$next = 2;
			break;

		case 4:
			$sent = $.OPTION;
			$choice = null;

		case 5:
			({ $point: $next, last, digit, i } = $frame);
			break;

		default:
			return null;
	}
}