import * as $ from "multishot/runtime";
var $file = "class-methods/input.js";
var walk$code = $.code(
	"walk",
	$file,
	null,
	[[walk$0, "$maker", "$this$:this"], [walk$1, "$maker"],
		[walk$2, "$maker $position", "$this$:this"]],
	"0 4 8|1 6 5|2 5 39 1",
	"#csa7s5fkvu"
);
var generator$code = $.code("#hidden", $file, generator$step, [[generator$0, ""], [generator$1, ""]], "0 8 11|1 9 5", "#1098zl3caaw");
var all$code = $.code("all", $file, all$step, [[all$0, "trees"], [all$1, "$position1"]], "0 11 14|1 12 31 1", "#14hazlgzk1k");
var generator$code1 = $.code("", $file, null, [[generator$01, "$maker", "$this$1:this"], [generator$11, "$maker"]], "0 14 21|1 15 5", "#o2qjtr2792");
var main$maker = $.define(main, $.code("main", $file, main$step, [[main$0, ""], [main$1, ""]], "0 19 8|1 20 3", "#1k6its3da4x"));
let $key, $maker, $maker1, $maker3, $maker4;
class Tree {
	#$maker2 = $maker1 ??= $.define(this.#hidden, generator$code);

	static {
		if ("walk" !== $key) {
			$maker = $.define(this.prototype.walk, walk$code, function walk$step($frame, $mode, $sent) {
				let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error, $this$,
					$position, $t1, $t, value;
				for (;;) try {
					switch ($next) {
						case 0:
							$this$ = $frame.$this$;
							$position = $.iterate($this$.#values);

						case 3:
							$handler = -1;
							if (($position = $position.next()) === null) {
								$t1 = $this$.#hidden;
								return $.call($t1, $.apply($t1, $this$, [], "this.#hidden"), new walk$1($parent, $maker));
							}
							$t = $.element();
							$handler = 4;
							value = $t;
							return $.yields(value, new walk$2($parent, $maker, $position, $this$));

						case 4:
							$handler = -1;
							$.close($position, true);
							throw $error;

						case 2:
							({ $position, $this$ } = $frame);
							$handler = 4;
							if ($mode === 1) throw $sent;
							if ($mode === 2) {
								$handler = -1;
								$.close($position, false);
								return $.returns($sent);
							}
							$next = 3;
							break;

						case 1:
							return $.returns(void 0);
					}
				} catch(error) {
					if ($handler < 0) throw error;
					$error = error;
					$next = $handler;
				}
			});
		}

		$maker3 = $.define(this.all, all$code);

		$maker4 = $.define(this.prototype[$key], generator$code1, function generator$step1($frame, $mode, $sent) {
			let $next = $frame.$point, $parent = $frame.$parent, $this$1, $t4;
			for (;;) switch ($next) {
				case 0:
					$this$1 = $frame.$this$1;
					$t4 = Tree.all;
					return $.call($t4, $.apply($t4, Tree, [$this$1], "Tree.all"), new generator$11($parent, $maker4));

				case 1:
					return $.returns(void 0);
			}
		});
	}

	#values = [1, 2];

	walk() {
		return $maker.start(new walk$0(null, $maker, this));
	}

	#hidden() {
		return $maker1.start(new generator$0(null));
	}

	static all(...trees) {
		return $maker3.start(new all$0(null, trees));
	}

	[$key = $.key({}, Symbol.iterator)]() {
		return $maker4.start(new generator$01(null, $maker4, this));
	}
}

export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function walk$0($parent, $maker, $this$) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
	this.$this$ = $this$;
}
function walk$1($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function walk$2($parent, $maker, $position, $this$) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
	this.$position = $position;
	this.$this$ = $this$;
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
			return $.yields('hidden', new generator$1($parent));

		case 1:
			return $.returns(void 0);
	}
}
function all$0($parent, trees) {
	this.$parent = $parent;
	this.$clean = 0;
	this.trees = trees;
}
function all$1($parent, $position1) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$position1 = $position1;
}
function all$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error, trees,
		$position1, $t2, tree, $t3;
	for (;;) try {
		switch ($next) {
			case 0:
				trees = $frame.trees;
				$position1 = $.iterate(trees);

			case 2:
				$handler = -1;
				if (($position1 = $position1.next()) === null) return $.returns(void 0);
				$t2 = $.element();
				$handler = 3;
				tree = $t2;
				$t3 = tree.walk;
				return $.call($t3, $.apply($t3, tree, [], "tree.walk"), new all$1($parent, $position1));

			case 3:
				$handler = -1;
				$.close($position1, true);
				throw $error;

			case 1:
				$position1 = $frame.$position1;
				$handler = 3;
				if ($mode === 1) throw $sent;
				if ($mode === 2) {
					$handler = -1;
					$.close($position1, false);
					return $.returns($sent);
				}
				$next = 2;
				break;
		}
	} catch(error) {
		if ($handler < 0) throw error;
		$error = error;
		$next = $handler;
	}
}
function generator$01($parent, $maker, $this$1) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
	this.$this$1 = $this$1;
}
function generator$11($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent;
	for (;;) switch ($next) {
		case 0:
			return $.delegate(new Tree(), new main$1($parent));

		case 1:
			return $.returns(void 0);
	}
}