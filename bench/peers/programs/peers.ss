;; The tasks in Chez Scheme, with `amb` made of `call/cc` as in every textbook: a choice captures its continuation
;; once and re-enters it for every option. Run as `process.ts` runs ours: it warms up, then prints the answer and
;; the median of many runs.
;;
;;     scheme --optimize-level 3 --program peers.ss TASK

(import (chezscheme))

;; The choices that still have an option, the last one first.
(define pending '())

(define (fail) ((car pending) #f))

(define (choose options)
  (let ((rest options))
    (call/cc (lambda (k) (set! pending (cons k pending))))
    (if (null? rest)
        (begin (set! pending (cdr pending)) (fail))
        (let ((option (car rest)))
          (set! rest (cdr rest))
          option))))

(define (demand condition) (unless condition (fail)))

;; Folds all solutions of `program`.
(define (fold-solutions add start program)
  (let ((total start))
    (call/cc
      (lambda (done)
        (set! pending (list done))
        (let ((solution (program)))
          (set! total (add total solution))
          (fail))))
    total))

(define (range from to)
  (if (> from to) '() (cons from (range (+ from 1) to))))

(define (without options taken)
  (cond ((null? options) '())
        ((eqv? (car options) taken) (cdr options))
        (else (cons (car options) (without (cdr options) taken)))))

(define (safe? column distance board)
  (or (null? board)
      (let ((queen (car board)))
        (and (not (fx= queen column))
             (not (fx= (fxabs (fx- queen column)) distance))
             (safe? column (fx+ distance 1) (cdr board))))))

(define (queens size)
  (let ((columns (range 1 size)))
    (let place ((row 0) (board '()))
      (if (fx= row size)
          board
          (let ((column (choose columns)))
            (demand (safe? column 1 board))
            (place (fx+ row 1) (cons column board)))))))

(define (money m o n e y) (+ (* 10000 m) (* 1000 o) (* 100 n) (* 10 e) y))

(define (sum? s e n d m o r y)
  (and (not (fx= s 0))
       (not (fx= m 0))
       (fx= (+ (* 1000 s) (* 100 e) (* 10 n) d (* 1000 m) (* 100 o) (* 10 r) e) (money m o n e y))))

(define digits (range 0 9))

(define (send-naive)
  (let* ((s (choose digits)) (left (without digits s))
         (e (choose left)) (left (without left e))
         (n (choose left)) (left (without left n))
         (d (choose left)) (left (without left d))
         (m (choose left)) (left (without left m))
         (o (choose left)) (left (without left o))
         (r (choose left)) (left (without left r))
         (y (choose left)))
    (demand (sum? s e n d m o r y))
    (money m o n e y)))

(define (send-pruned)
  (let* ((d (choose digits)) (left (without digits d))
         (e (choose left)) (left (without left e))
         (y (choose left)) (left (without left y)))
    (demand (fx= (fxmod (fx+ d e) 10) y))
    (let* ((tens (fxdiv (fx+ d e) 10))
           (n (choose left)) (left (without left n))
           (r (choose left)) (left (without left r)))
      (demand (fx= (fxmod (fx+ n r tens) 10) e))
      (let* ((hundreds (fxdiv (fx+ n r tens) 10))
             (o (choose left)) (left (without left o)))
        (demand (fx= (fxmod (fx+ e o hundreds) 10) n))
        (let* ((s (choose left)) (left (without left s))
               (m (choose left)))
          (demand (sum? s e n d m o r y))
          (money m o n e y))))))

(define (pythagoras most)
  (let* ((a (choose (range 1 most)))
         (b (choose (range a most)))
         (c (choose (range b most))))
    (demand (fx= (fx+ (fx* a a) (fx* b b)) (fx* c c)))
    (fx+ a b c)))

(define (permutation left)
  (if (null? left)
      '()
      (let ((one (choose left)))
        (cons one (permutation (without left one))))))

(define-syntax arrange
  (syntax-rules ()
    ((_ (name ...) body ...) (apply (lambda (name ...) body ...) (permutation '(1 2 3 4 5))))))

(define (next-to? a b) (fx= (fxabs (fx- a b)) 1))

(define (zebra)
  (arrange (red green ivory yellow blue)
    (demand (fx= (fx+ ivory 1) green))
    (arrange (english spanish ukrainian norwegian japanese)
      (demand (and (fx= english red) (fx= norwegian 1) (next-to? norwegian blue)))
      (arrange (coffee tea milk juice water)
        (demand (and (fx= coffee green) (fx= ukrainian tea) (fx= milk 3)))
        (arrange (old-gold kools chesterfields lucky-strike parliaments)
          (demand (and (fx= kools yellow) (fx= lucky-strike juice) (fx= japanese parliaments)))
          (arrange (dog snails fox horse the-zebra)
            (demand (and (fx= spanish dog) (fx= old-gold snails) (next-to? chesterfields fox) (next-to? kools horse)))
            (fx+ (fx* 10 water) the-zebra)))))))

(define (flip) (choose '(#t #f)))

(define (choice n)
  (cond ((fx< n 1) (fail))
        ((flip) n)
        (else (choice (fx- n 1)))))

(define (flips most)
  (let* ((i (choice most))
         (j (choice (fx- i 1)))
         (k (choice (fx- j 1))))
    (demand (fx= (fx+ i j k) most))
    (fxmod (fx+ (fx* 53 i) (fx* 2809 j) (fx* 148877 k)) 1000000007)))

(define-record-type node (fields left value right))

(define (make-tree height)
  (if (fx= height 0)
      #f
      (let ((half (make-tree (fx- height 1))))
        (make-node half height half))))

(define (operator x y) (fxmod (fxabs (fx+ (fx- x (fx* 503 y)) 37)) 1009))

(define (tree-explore height)
  (let ((tree (make-tree height)) (state 0))
    (define (explore tree)
      (if tree
          (let* ((next (if (flip) (node-left tree) (node-right tree)))
                 (value (node-value tree)))
            (set! state (operator state value))
            (operator value (explore next)))
          state))
    (let loop ((times 10))
      (if (fx= times 0)
          state
          (begin
            (set! state (fold-solutions max 0 (lambda () (explore tree))))
            (loop (fx- times 1)))))))

;; The sum of a tree whose nodes a generator gives: it and its consumer switch by one-shot continuations.
(define (generator-sum height)
  (define return #f)
  (define resume #f)
  (define (give value)
    (call/1cc (lambda (k) (set! resume k) (return value))))
  (define (walk tree)
    (when tree
      (walk (node-left tree))
      (give (node-value tree))
      (walk (node-right tree))))
  (define (next)
    (call/1cc (lambda (k) (set! return k) (resume #f))))
  (let ((tree (make-tree height)))
    (set! resume (lambda (_) (walk tree) (return #f)))
    (let loop ((total 0))
      (let ((value (next)))
        (if value (loop (fx+ total value)) total)))))

(define (perform task)
  (case task
    ((queens-8) (fold-solutions (lambda (n _) (fx+ n 1)) 0 (lambda () (queens 8))))
    ((queens-9) (fold-solutions (lambda (n _) (fx+ n 1)) 0 (lambda () (queens 9))))
    ((queens-10) (fold-solutions (lambda (n _) (fx+ n 1)) 0 (lambda () (queens 10))))
    ((queens-11) (fold-solutions (lambda (n _) (fx+ n 1)) 0 (lambda () (queens 11))))
    ((send-naive) (fold-solutions + 0 send-naive))
    ((send-pruned) (fold-solutions + 0 send-pruned))
    ((pythagoras) (fold-solutions + 0 (lambda () (pythagoras 300))))
    ((zebra) (fold-solutions + 0 zebra))
    ((flips) (fold-solutions (lambda (a b) (mod (+ a b) 1000000007)) 0 (lambda () (flips 300))))
    ((tree-explore) (tree-explore 16))
    ((generator) (generator-sum 20))
    (else (error 'peers "no such task" task))))

(define (seconds)
  (let ((now (current-time 'time-monotonic)))
    (+ (time-second now) (/ (time-nanosecond now) 1e9))))

(define (runs-for duration fewest task)
  (let ((start (seconds)))
    (let go ((times '()))
      (let ((now (seconds)))
        (if (and (>= (- now start) duration) (>= (length times) fewest))
            times
            (begin (perform task) (go (cons (- (seconds) now) times))))))))

(let ((task (string->symbol (cadr (command-line)))))
  (runs-for 0.5 1 task)
  (let* ((times (sort < (runs-for 0.7 5 task)))
         (median (list-ref times (div (length times) 2))))
    (printf "{\"answer\":~a,\"milliseconds\":~a}\n" (perform task) (* 1000 median))))
