import * as $ from "multishot/runtime";
var $file = "object-methods/input.js";
var walk$code = $.code("walk", $file, walk$step, [[walk$0, "", "$this$:this"], [walk$1, "", "$this$:this i"]], "0 3 8|1 4 42", "#19663rvva3d");
var generator$code = $.code("with a name", $file, generator$step, [[generator$0, ""], [generator$1, ""]], "0 6 17|1 7 5", "#5yrac9w7x8");
var main$maker = $.define(main, $.code("main", $file, main$step, [[main$0, ""]], "11 8|12 3|13 3", "#29q2ubrny3s"));
const walker = {
  steps: 2,
  walk: $.generator(walk$code, ($maker) => ({
	walk() {
		return $maker.start(new walk$0(null, this));
	}
}).walk),
  'with a name': $.generator(generator$code, ($maker1) => ({
	"with a name"() {
		return $maker1.start(new generator$0(null));
	}
})["with a name"]),
}

export function main() {
	return main$maker.start(new main$0(null, 0), new.target);
}
function walk$0($parent, $this$) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$this$ = $this$;
}
function walk$1($parent, $this$, i) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$this$ = $this$;
	this.i = i;
}
function walk$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $this$, i;
	for (;;) switch ($next) {
		case 0:
			$this$ = $frame.$this$;
			i = 0;

		case 2:
			if (i < $this$.steps) return $.yields(i, new walk$1($parent, $this$, i));
			return $.returns(void 0);

		case 1:
			({ $this$, i } = $frame);
			i++;
			$next = 2;
			break;
	}
}
function generator$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function generator$1($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function generator$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent;
	for (;;) switch ($next) {
		case 0:
			return $.yields('named', new generator$1($parent));

		case 1:
			return $.returns(void 0);
	}
}
function main$0($parent, $point) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$point = $point;
}
function main$step($frame, $mode, $sent) {
	let { $point: $next, $parent } = $frame, $t, $t1, $t2, $t3;
	for (;;) switch ($next) {
		case 0:
			$t = walker;
			$t1 = $t.walk;
			return $.call($t1, $.apply($t1, $t, [], "walker.walk"), new main$0($parent, 1));

		case 1:
			$t2 = walker;
			$t3 = $t2['with a name'];
			return $.call($t3, $.apply($t3, $t2, [], "walker['with a name']"), new main$0($parent, 2));

		case 2:
			return $.returns(void 0);
	}
}