import {
	retry as $retry,
	NONE as $NONE,
	fails as $fails,
	code as $code,
	yields as $yields,
	delegate as $delegate,
	returns as $returns,
	define as $define
} from "multishot/runtime";
var main$code = $code("main", "effects/input.js", main$step, [
	[main$0, 3, 8, ""],
	[main$1, 4, 13, ""],
	[main$2, 5, 3, "x"],
	[main$3, 6, 16, "x"]
]);
var main$maker = $define(main, main$code);
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
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point,
		$parent = $frame.$parent,
		x,
		$t1,
		$t3;

	$run: for (; ; ) switch ($next) {
		case 0:
			return $yields(choose([1, 2, 3]), new main$1($parent));

		case 1:
			x = $sent;
			if (!(x !== 2)) {
				if (($sent = $retry($frame)) !== $NONE) {
					$next = $frame.$point;

					continue $run;
				}

				$t1 = guard(false);

				if ($fails($t1)) {
					return null;
				}

				return $delegate($t1, new main$2($parent, x));
			}

		case 4:
			if (x === 3) {
				if (($sent = $retry($frame)) !== $NONE) {
					$next = $frame.$point;

					continue $run;
				}

				$t3 = fail('three');

				if ($fails($t3)) {
					return null;
				}

				return $delegate($t3, new main$3($parent, x));
			}
			$next = 5;
			continue $run;

		case 2:
			x = $frame.x;
			$next = 4;
			continue $run;

		case 5:
			return $returns(x);

		case 3:
			x = $frame.x;
			$next = 5;
			continue $run;
	}
}