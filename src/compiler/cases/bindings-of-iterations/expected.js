import * as $ from "multishot/runtime";
$.scope($Scope, false);
var main$maker = $.define(main, $.code("main", "bindings-of-iterations/input.js", main$step, [[main$0, ""], [main$1, "$scope readers"], [main$2, ""]], "0 1 8|1 5 5|2 7 3", "#1z22ipdso5d"));
$.file("bindings-of-iterations/input.js", [[function$build, "#1kegqq4vyzh"]]);
export function main() {
	return main$maker.start(new main$0(null), new.target);
}
function $Scope($0) {
	this.i = $0;
}
function function$build($scope) {
	return () => $scope.i;
}
function main$0($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$1($parent, $scope, readers) {
	this.$parent = $parent;
	this.$clean = 0;
	this.$scope = $scope;
	this.readers = readers;
}
function main$2($parent) {
	this.$parent = $parent;
	this.$clean = 0;
}
function main$step($frame, $mode, $sent) {
	let $next = $frame.$point, $parent = $frame.$parent, readers, $scope;
	for (;;) switch ($next) {
		case 0:
			readers = [];
			$scope = new $Scope(0);
			$scope = new $Scope($scope.i);

		case 3:
			if ($scope.i < 3) {
				readers.push($.closure(function$build, $scope));
				return $.yields($scope.i, new main$1($parent, $scope, readers));
			}
			return $.yields(readers.map((read) => read()), new main$2($parent));

		case 1:
			({ $scope, readers } = $frame);
			$scope = new $Scope($scope.i);
			$scope.i++;
			$next = 3;
			break;

		case 2:
			return $.returns(void 0);
	}
}