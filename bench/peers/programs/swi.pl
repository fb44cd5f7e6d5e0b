% Runs a task in SWI-Prolog as `process.ts` runs ours: it warms up, then prints the answer and the median of many
% runs.
%
%     swipl -O -g main swi.pl -- TASK

:- consult(peers).

main :-
    current_prolog_flag(argv, [Task | _]),
    times(0.5, 1, Task, _),
    times(0.7, 5, Task, Times),
    msort(Times, Sorted),
    length(Sorted, Count),
    Middle is Count // 2,
    nth0(Middle, Sorted, Median),
    answer(Task, Answer),
    Milliseconds is 1000 * Median,
    format('{"answer":~w,"milliseconds":~w}~n', [Answer, Milliseconds]),
    halt.

times(Duration, Fewest, Task, Times) :-
    get_time(Start),
    runs(Start, Duration, Fewest, Task, [], Times).

runs(Start, Duration, Fewest, Task, Sofar, Times) :-
    get_time(Now),
    length(Sofar, Count),
    (   Now - Start >= Duration, Count >= Fewest
    ->  Times = Sofar
    ;   \+ \+ answer(Task, _),
        get_time(End),
        Time is End - Now,
        runs(Start, Duration, Fewest, Task, [Time | Sofar], Times)
    ).

answer(Task, Answer) :- atom_concat('queens-', Digits, Task), !,
    atom_number(Digits, Size),
    findall(Queens, queens(Size, Queens), Found),
    length(Found, Answer).
answer('send-naive', Answer) :- findall(Money, send_naive(Money), Found), sum_list(Found, Answer).
answer('send-pruned', Answer) :- findall(Money, send_pruned(Money), Found), sum_list(Found, Answer).
answer(pythagoras, Answer) :- findall(Sum, pythagoras(300, Sum), Found), sum_list(Found, Answer).
answer(zebra, Answer) :- findall(Found, zebra(Found), All), sum_list(All, Answer).
answer(flips, Answer) :-
    findall(Hash, flips(300, Hash), Found),
    sum_list(Found, Sum),
    Answer is Sum mod 1000000007.
answer('tree-explore', Answer) :- tree_explore(16, Answer).

% Task tree_explore: the state is a global variable, which backtracking leaves alone.

tree_explore(Height, Answer) :- tree(Height, Tree), nb_setval(state, 0), walks(10, Tree, Answer).

walks(0, _, Answer) :- !, nb_getval(state, Answer).
walks(N, Tree, Answer) :-
    findall(Result, explore(Tree, Result), Results),
    max_list(Results, Greatest),
    nb_setval(state, Greatest),
    N1 is N - 1,
    walks(N1, Tree, Answer).

tree(0, leaf) :- !.
tree(N, node(Half, N, Half)) :- N1 is N - 1, tree(N1, Half).

explore(leaf, Result) :- nb_getval(state, Result).
explore(node(Left, Value, Right), Result) :-
    ( Next = Left ; Next = Right ),
    nb_getval(state, State),
    operator(State, Value, New),
    nb_setval(state, New),
    explore(Next, Inner),
    operator(Value, Inner, Result).

operator(X, Y, Result) :- Result is abs(X - 503 * Y + 37) mod 1009.
