import * as $ from "multishot/runtime";
var $file = "class-keys/input.js";
$.scope($Scope, false);
var generator$code = $.code("", $file, null, [[generator$0, "$maker", "$this$:this"], [generator$1, "$maker"]], "0 14 33|1 15 7", "#x0jgr82r1e");
var main$maker = $.define(main, $.code(
	"main",
	$file,
	main$step,
	[[main$0, ""], [main$1, "$scope"], [main$2, "$scope", "$t"],
		[main$3, "$scope $t1", "$t"], [main$4, "$scope $t1 $t2", "$t"], [main$5, ""]],
	"0 9 8|1 11 24|2 12 14|3 13 7|4 14 8|5 19 3",
	"#1ro1z1hjprx"
));
$.file($file, [[Mixed$build, "Mixed#297jb0c5lea"]]);
const log = []
const key = (name) => ({
  toString() {
    log.push(name)
    return name
  },
})

export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function $Scope($0) {
	this.made = $0;
}
function generator$0($parent, $maker, $this$) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
	this.$this$ = $this$;
}
function generator$1($parent, $maker) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$maker = $maker;
}
function Mixed$build($scope, $parent1, $key, $key1, $key2, $state, $again) {
	let $key3, $maker;
	return class Mixed extends $parent1 {
		static {
			$.methods(this);

			$maker = $.define(
				this.prototype[$key3],
				generator$code,
				function generator$step($frame, $mode, $sent) {
					let $next = $frame.$point, $parent = $frame.$parent, $this$;
					for (;;) switch ($next) {
						case 0:
							$this$ = $frame.$this$;
							return $.yields(
								[
									$.superReference($maker.home, "toString", $this$).value === Object.prototype.toString,
									$scope.made
								],
								new generator$1($parent, $maker)
							);

						case 1:
							return $.returns(void 0);
					}
				},
				this.prototype
			);
		}

		static [$key] = $again ? void 0 : ++$scope.made;
		[$key1] = ++$scope.made;

		[$key3 = $.key({}, $key2)]() {
			return $maker.start(new generator$0(null, $maker, this));
		}
	};
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent, $scope) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$scope = $scope;
}
function main$2($parent, $scope, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$scope = $scope;
	this.$t = $t;
}
function main$3($parent, $scope, $t1, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$scope = $scope;
	this.$t1 = $t1;
	this.$t = $t;
}
function main$4($parent, $scope, $t1, $t2, $t) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$scope = $scope;
	this.$t1 = $t1;
	this.$t2 = $t2;
	this.$t = $t;
}
function main$5($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $scope, $t, $t1, $t2, $t3,
		Mixed, mixed;
	for (;;) switch ($next) {
		case 0:
			$scope = new $Scope(0);
			return $.yields('heritage', new main$1($parent, $scope));

		case 1:
			$scope = $frame.$scope;
			$sent;
			$t = Object;
			return $.yields('first', new main$2($parent, $scope, $t));

		case 2:
			({ $scope, $t } = $frame);
			$sent;
			$t1 = $.key({}, key('a'));
			return $.yields('second', new main$3($parent, $scope, $t1, $t));

		case 3:
			({ $scope, $t1, $t } = $frame);
			$sent;
			$t2 = $.key({}, key('b'));
			return $.yields('third', new main$4($parent, $scope, $t1, $t2, $t));

		case 4:
			({ $scope, $t1, $t2, $t } = $frame);
			$sent;
			$t3 = $.key({}, key('c'));
			Mixed = $.closure(Mixed$build, $scope, $t, $t1, $t2, $t3, {});
			mixed = new Mixed();
			return $.yields([Mixed.a, mixed.b, ...mixed.c(), log], new main$5($parent));

		case 5:
			return $.returns(void 0);
	}
}