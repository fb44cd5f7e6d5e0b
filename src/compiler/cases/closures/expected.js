import * as $ from "multishot/runtime";
$.scope($Scope, false);
var main$maker = $.define(main, $.code("main", "closures/input.js", main$step, [[main$0, ""], [main$1, "$scope increment"], [main$2, "$scope"], [main$3, ""]], "0 1 8|1 5 3|2 7 3|3 8 3", "#ezcqr6ber"));
$.file("closures/input.js", [[increment$build, "increment#1cxgmf3hvm9"], [function$build, "#1qsme8qd8b5"]]);
export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function $Scope($0, $1) {
	this.count = $0;
	this.constant = $1;
}
function increment$build($scope) {
	return ({ increment: () => ++$scope.count })["increment"];
}
function function$build($scope) {
	return () => $scope.constant;
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent, $scope, increment) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$scope = $scope;
	this.increment = increment;
}
function main$2($parent, $scope) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$scope = $scope;
}
function main$3($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, $scope, increment;
	for (;;) switch ($next) {
		case 0:
			$scope = new $Scope(0, $.UNINITIALISED);
			$scope.constant = 10;
			increment = $.closure(increment$build, $scope);
			return $.yields(increment(), new main$1($parent, $scope, increment));

		case 1:
			({ $scope, increment } = $frame);
			$scope.count += $scope.constant;
			return $.yields(increment(), new main$2($parent, $scope));

		case 2:
			$scope = $frame.$scope;
			return $.yields($.closure(function$build, $scope)(), new main$3($parent));

		case 3:
			return $.returns(void 0);
	}
}