import * as $ from "multishot/runtime";
var $file = "generators-in-functions/input.js";
var again$code = $.code("again", $file, null, [[again$0, "$maker"], [again$1, "$maker"]], "0 6 19|1 7 7", "#dol7g2gv4m");
var walk$code = $.code(
	"walk",
	$file,
	null,
	[[walk$0, "$maker"], [walk$1, "$maker"],
		[walk$2, "$maker $position", "", "$position"]],
	"0 4 3|1 9 5|2 5 33 1",
	"#1wek7l6pp3g"
);
var main$maker = $.define(main, $.code("main", $file, main$step, [[main$0, ""], [main$1, ""]], "0 13 8|1 14 3", "#1o6auldz7rt"));
function walkerOf(values) {
var walk = $.generator(walk$code, ($maker) => {
	$maker.step = function walk$step($frame, $mode, $sent) {
		let $next = $frame.$point, $parent = $frame.$parent, $handler = -1, $error,
			$position, again, $t, value;
		for (;;) try {
			switch ($next) {
				case 0:
					$position = $.iterate(values);

				case 3:
					$handler = -1;
					if (($position = $position.next()) === null) {
						again = $.generator(again$code, ($maker1) => {
							$maker1.step = function again$step($frame, $mode, $sent) {
								let $next = $frame.$point, $parent = $frame.$parent;
								for (;;) switch ($next) {
									case 0:
										return $.yields(values.length, new again$1($parent, $maker1));

									case 1:
										return $.returns(void 0);
								}
							};
							return ({
								again() {
									return $maker1.start(new again$0(null, $maker1));
								}
							}).again;
						});
						return $.call(again, again(), new walk$1($parent, $maker));
					}
					$t = $.element();
					$handler = 4;
					value = $t;
					return $.yields(value, new walk$2($parent, $maker, $position));

				case 4:
					$handler = -1;
					$.close($position, true);
					throw $error;

				case 2:
					$position = $frame.$position;
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
	};
	return ({
		walk() {
			return $maker.start(new walk$0(null, $maker));
		}
	}).walk;
});
  return walk

  
}

export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function again$0($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function again$1($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function walk$0($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function walk$1($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function walk$2($parent, $maker, $position) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
	this.$position = $position;
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
	let $next = $frame.$point, $parent = $frame.$parent, $t1;
	for (;;) switch ($next) {
		case 0:
			$t1 = walkerOf(['a', 'b']);
			return $.call($t1, $t1(), new main$1($parent));

		case 1:
			return $.returns(void 0);
	}
}