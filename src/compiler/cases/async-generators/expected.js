import * as $ from "multishot/runtime";
var $file = "async-generators/input.js";
var pages$maker = $.defineAsync(pages, $.code(
	"pages",
	$file,
	pages$step,
	[[pages$0, "first"], [pages$1, "$pending", "$kind"], [pages$2, ""],
		[pages$3, "next"], [pages$4, "next $iteration"], [pages$5, "next $iteration"]],
	"0 1 1|1 10 5|2 5 31 1|3 6 7 1|4 6 7 1|5 6 7 1",
	"#124pb5ew920"
));
var main$maker = $.defineAsync(main, $.code(
	"main",
	$file,
	main$step,
	[[main$0, ""], [main$1, "$position"], [main$2, "$position"], [main$3, "$t3"],
		[main$4, "$t4"]],
	"0 17 8|1 18 3|0 22 10|2 20 5 1|3 18 3|4 18 3 1|0 22 3",
	"#rrr3v1l0jc"
));
function pages(first) {
	return pages$maker.start(new pages$0(null, first), new.target);
}

const fetchPage = async (page) => ({ items: [page, page + 1], next: page < 4 ? page + 2 : null })
const close = async () => {}

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function pages$0($parent, first) {
	this.$parent = $parent;
	this.$clean = 0;
	this.first = first;
}
function pages$1($parent, $pending, $kind) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$pending = $pending;
	this.$kind = $kind;
}
function pages$2($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function pages$3($parent, next) {
	this.$parent = $parent;
	this.$clean = 0;
	this.next = next;
}
function pages$4($parent, next, $iteration) {
	this.$parent = $parent;
	this.$clean = 0;
	this.next = next;
	this.$iteration = $iteration;
}
function pages$5($parent, next, $iteration) {
	this.$parent = $parent;
	this.$clean = 0;
	this.next = next;
	this.$iteration = $iteration;
}
function pages$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error, first,
		page, $pending, $kind, items, next, $iteration, $t1, $t;
	for (;;) try {
		switch ($next) {
			case 0:
				first = $frame.first;
				page = first;
				$next = 9;
				break;

			case 6:
				return $.returns(void 0);

			case 7:
				$handler = -1;
				return $.awaits(close(), new pages$1($parent, $pending, $kind));

			case 8:
				$handler = -1;
				$pending = $error;
				$kind = 1;
				$next = 7;
				break;

			case 9:
				$handler = 8;
				if (page !== null) return $.awaits(fetchPage(page), new pages$2($parent));
				$kind = 0;
				$pending = void 0;
				$next = 7;
				break;

			case 2:
				$handler = 8;
				if ($mode === 1) throw $sent;
				({ items, next } = $sent);
				if ($.isDirect(items)) return $.delegateDirectly(items, new pages$3($parent, next));
				$iteration = $.iterateDelegated(items);
				$mode = 0;
				$sent = void 0;
				$next = 11;
				break;

			case 10:
				page = next;
				$next = 9;
				break;

			case 3:
				next = $frame.next;
				$handler = 8;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$pending = $sent;
					$kind = 2;
					$next = 7;
					break;
				}
				$next = 10;
				break;

			case 11:
				return $.awaits($iteration.resume($mode, $sent), new pages$4($parent, next, $iteration));

			case 4:
				({ next, $iteration } = $frame);
				$handler = 8;
				if ($mode === 1) throw $sent;
				$t1 = $iteration.received($sent);
				if ($t1 === 0) return $.forwards($.element(), new pages$5($parent, next, $iteration));
				if ($t1 === 2) {
					$pending = $.element();
					$kind = 2;
					$next = 7;
					break;
				}
				$t = $.element();
				$next = 10;
				break;

			case 1:
				({ $pending, $kind } = $frame);
				$next = [6, 12, 13][$kind];
				break;

			case 12:
				throw $pending;

			case 13:
				return $.returns($pending);

			case 5:
				({ next, $iteration } = $frame);
				$handler = 8;
				$next = 11;
				break;
		}
	} catch(error) {
		if ($handler < 0) throw error;
		$error = error;
		$next = $handler;
	}
}
function main$0($parent, $point) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
}
function main$1($parent, $position) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$position = $position;
}
function main$2($parent, $position) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$position = $position;
}
function main$3($parent, $t3) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$t3 = $t3;
}
function main$4($parent, $t4) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$t4 = $t4;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error,
		$position, $t2, item, $t4, $t3;
	$run: for (;;) try {
		switch ($next) {
			case 0:
				$position = $.iterateAsync(pages(0));

			case 7:
				$handler = -1;
				return $.awaits($position.next(), new main$1($parent, $position));

			case 1:
				$position = $frame.$position;
				if ($position.ended($sent)) return $.awaits(close(), new main$0($parent, 2));
				$t2 = $.element();
				$handler = 8;
				item = $t2;
				if (item % 2) {
					$next = 7;
					continue $run;
				}
				return $.yields(item, new main$2($parent, $position));

			case 8:
				$handler = -1;
				$t4 = $error;
				if ($position.closes(true)) return $.awaits($.element(), new main$4($parent, $t4));
				$next = 10;
				break;

			case 3:
				$position = $frame.$position;
				$handler = 8;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$t3 = $sent;
					$handler = -1;
					if ($position.closes(false)) return $.awaits($.element(), new main$3($parent, $t3));
					$next = 9;
					break;
				}
				$next = 7;
				break;

			case 9:
				return $.returns($t3);

			case 4:
				$t3 = $frame.$t3;
				$.closed($sent);
				$next = 9;
				break;

			case 10:
				throw $t4;

			case 2:
				return $.awaits($sent, new main$0($parent, 6));

			case 6:
				return $.returns($sent);

			case 5:
				$t4 = $frame.$t4;
				$next = 10;
				break;
		}
	} catch(error) {
		if ($handler < 0) throw error;
		$error = error;
		$next = $handler;
	}
}