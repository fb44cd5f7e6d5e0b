import * as $ from "multishot/runtime";
var ascending$maker = $.define(ascending, $.code("ascending", "attempt-in-loop/input.js", ascending$step, [[ascending$0, "digits size last digit", "i"]], "3 8 2 5|6 19 3 4|7 5 2 3", "#r52e1hhgt9"));
import { choose, guard } from 'multishot'

export function ascending(size, digits) {
	return ascending$maker.start(new ascending$0(null, 0, digits, size), new.target);
}
function ascending$0($parent, $point, digits, size, last, digit, i) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
	this.digits = digits;
	this.size = size;
	this.last = last;
	this.digit = digit;
	this.i = i;
}
function ascending$step($frame, $mode, $sent, $at, digits, i, size, digit) {
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
			if (!(i < size)) return $.returns(last);
			$sent = choose(digits);
			$choice = $.isShared(digits) && $.isShared(size) && $.isShared(last) && $.attempt($sent, $parent);
			if (!$choice && !($sent = $.open($sent, $frame = new ascending$0($parent, 1, digits, size, last, void 0, i)))) return $frame;

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
					if (!($frame = $.fail($frame))) return $.yields(guard(false), new ascending$0($parent, 2, digits, size, void 0, digit, i));
					$next = 4;
					continue $run;
				}
				if (!$.dive($choice, $taken)) break;
				if (!$.emerge(ascending$step($frame, 0, void 0, 2, digits, i, size, digit), $choice, $options, $taken)) return $.kept(new ascending$0($parent, 1, digits, size, last, void 0, i));
			}
			$next = 2;
			break;

		case 4:
			$sent = $.OPTION;
			$choice = null;

		case 5:
			({ $point: $next, digits, size, last, digit, i } = $frame);
			break;

		default:
			return null;
	}
}