% The tasks in Prolog, in what SWI-Prolog and Tau Prolog both understand. How a task is timed is another matter:
% `swi.pl` does it for the one, `tau.ts` for the other.

queens(Size, Queens) :- numbers(1, Size, Columns), place(Size, Columns, [], Queens).

place(0, _, Queens, Queens) :- !.
place(N, Columns, Board, Queens) :-
    member(Column, Columns),
    safe(Board, Column, 1),
    N1 is N - 1,
    place(N1, Columns, [Column | Board], Queens).

safe([], _, _).
safe([Queen | Board], Column, Distance) :-
    Queen =\= Column,
    abs(Queen - Column) =\= Distance,
    Next is Distance + 1,
    safe(Board, Column, Next).

numbers(From, To, []) :- From > To, !.
numbers(From, To, [From | Rest]) :- Next is From + 1, numbers(Next, To, Rest).

sum(S, E, N, D, M, O, R, Y, Money) :-
    S =\= 0,
    M =\= 0,
    Money is 10000 * M + 1000 * O + 100 * N + 10 * E + Y,
    Money =:= 1000 * S + 100 * E + 10 * N + D + 1000 * M + 100 * O + 10 * R + E.

send_naive(Money) :-
    select(S, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], L1),
    select(E, L1, L2),
    select(N, L2, L3),
    select(D, L3, L4),
    select(M, L4, L5),
    select(O, L5, L6),
    select(R, L6, L7),
    select(Y, L7, _),
    sum(S, E, N, D, M, O, R, Y, Money).

send_pruned(Money) :-
    select(D, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], L1),
    select(E, L1, L2),
    select(Y, L2, L3),
    Y =:= (D + E) mod 10,
    Tens is (D + E) // 10,
    select(N, L3, L4),
    select(R, L4, L5),
    E =:= (N + R + Tens) mod 10,
    Hundreds is (N + R + Tens) // 10,
    select(O, L5, L6),
    N =:= (E + O + Hundreds) mod 10,
    select(S, L6, L7),
    select(M, L7, _),
    sum(S, E, N, D, M, O, R, Y, Money).

pythagoras(Most, Sum) :-
    between(1, Most, A),
    between(A, Most, B),
    between(B, Most, C),
    A * A + B * B =:= C * C,
    Sum is A + B + C.

zebra(Answer) :-
    arrange([Red, Green, Ivory, Yellow, Blue]),
    Green =:= Ivory + 1,
    arrange([English, Spanish, Ukrainian, Norwegian, Japanese]),
    English =:= Red,
    Norwegian =:= 1,
    next_to(Norwegian, Blue),
    arrange([Coffee, Tea, Milk, Juice, Water]),
    Coffee =:= Green,
    Ukrainian =:= Tea,
    Milk =:= 3,
    arrange([OldGold, Kools, Chesterfields, LuckyStrike, Parliaments]),
    Kools =:= Yellow,
    LuckyStrike =:= Juice,
    Japanese =:= Parliaments,
    arrange([Dog, Snails, Fox, Horse, Zebra]),
    Spanish =:= Dog,
    OldGold =:= Snails,
    next_to(Chesterfields, Fox),
    next_to(Kools, Horse),
    Answer is 10 * Water + Zebra.

next_to(A, B) :- 1 =:= abs(A - B).

arrange(Houses) :- arrange(Houses, [1, 2, 3, 4, 5]).

arrange([], _).
arrange([House | Houses], Left) :- select(House, Left, Rest), arrange(Houses, Rest).

flips(Most, Hash) :-
    choice(Most, I),
    I1 is I - 1,
    choice(I1, J),
    J1 is J - 1,
    choice(J1, K),
    Most =:= I + J + K,
    Hash is (53 * I + 2809 * J + 148877 * K) mod 1000000007.

choice(N, N) :- N >= 1.
choice(N, I) :- N >= 1, N1 is N - 1, choice(N1, I).
