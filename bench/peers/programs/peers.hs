-- The tasks in Haskell, each for the list monad and for LogicT, from one definition for any MonadPlus. The program
-- runs one task as `process.ts` runs ours: it warms up, then prints the answer and the median of many runs.
--
--     peers list|logic TASK

{-# LANGUAGE RankNTypes #-}
module Main (main) where

import Control.Monad
import Control.Monad.Trans (lift)
import Control.Monad.Logic (LogicT, observeAll, observeAllT)
import Control.Monad.State.Strict (State, get, put, runState)
import Data.IORef
import Data.List (foldl', sort)
import GHC.Clock (getMonotonicTime)
import System.Environment (getArgs)

main :: IO ()
main = do
  [monad, name] <- getArgs
  let (size, task) = (if monad == "list" then onLists else onLogic) (words (map (\c -> if c == '-' then ' ' else c) name))
  given <- newIORef size
  -- The size is read anew for each run, so that none takes another's result.
  let run = readIORef given >>= \n -> return $! task n
  _ <- runsFor 0.5 1 run
  times <- runsFor 0.7 5 run
  answer <- run
  let median = sort times !! (length times `div` 2)
  putStrLn ("{\"answer\":" ++ show answer ++ ",\"milliseconds\":" ++ show (1000 * median) ++ "}")

runsFor :: Double -> Int -> IO Int -> IO [Double]
runsFor duration fewest run = getMonotonicTime >>= \start ->
  let go times = do
        now <- getMonotonicTime
        if now - start >= duration && length times >= fewest then return times else do
          _ <- run
          end <- getMonotonicTime
          go (end - now : times)
  in go []

-- | The size of a task, and what its solutions come to.
type Task = (Int, Int -> Int)

onLists, onLogic :: [String] -> Task
onLists = perform id
onLogic ["tree", "explore"] = (16, treeExplore)
onLogic name = perform observeAll name
{-# NOINLINE onLists #-}
{-# NOINLINE onLogic #-}

perform :: MonadPlus m => (forall a. m a -> [a]) -> [String] -> Task
perform observe name = case name of
  ["queens", size] -> (read size, length . observe . queens)
  ["send", "naive"] -> (9, \n -> sum (observe (sendNaive [0 .. n])))
  ["send", "pruned"] -> (9, \n -> sum (observe (sendPruned [0 .. n])))
  ["pythagoras"] -> (300, sum . observe . pythagoras)
  ["zebra"] -> (5, \n -> sum (observe (zebra [1 .. n])))
  ["flips"] -> (300, foldl' (\a b -> (a + b) `mod` 1000000007) 0 . observe . flips)
  _ -> error ("no such task: " ++ unwords name)
{-# INLINE perform #-}

choose :: MonadPlus m => [a] -> m a
choose = foldr (mplus . return) mzero
{-# INLINE choose #-}

-- | Any element, and the others.
select :: MonadPlus m => [a] -> m (a, [a])
select xs = choose (picks xs)
{-# INLINE select #-}

picks :: [a] -> [(a, [a])]
picks [] = []
picks (x : xs) = (x, xs) : [(y, x : ys) | (y, ys) <- picks xs]

queens :: MonadPlus m => Int -> m [Int]
queens size = place size []
  where
    place 0 board = return board
    place n board = do
      column <- choose [1 .. size]
      guard (safe column 1 board)
      place (n - 1) (column : board)
    safe :: Int -> Int -> [Int] -> Bool
    safe _ _ [] = True
    safe column distance (queen : rest) =
      queen /= column && abs (queen - column) /= distance && safe column (distance + 1) rest
{-# INLINE queens #-}

isSum :: Int -> Int -> Int -> Int -> Int -> Int -> Int -> Int -> Bool
isSum s e n d m o r y = s /= 0 && m /= 0
  && 1000 * s + 100 * e + 10 * n + d + 1000 * m + 100 * o + 10 * r + e == money m o n e y

money :: Int -> Int -> Int -> Int -> Int -> Int
money m o n e y = 10000 * m + 1000 * o + 100 * n + 10 * e + y

sendNaive :: MonadPlus m => [Int] -> m Int
sendNaive ds0 = do
  (s, ds1) <- select ds0
  (e, ds2) <- select ds1
  (n, ds3) <- select ds2
  (d, ds4) <- select ds3
  (m, ds5) <- select ds4
  (o, ds6) <- select ds5
  (r, ds7) <- select ds6
  (y, _) <- select ds7
  guard (isSum s e n d m o r y)
  return (money m o n e y)
{-# INLINE sendNaive #-}

sendPruned :: MonadPlus m => [Int] -> m Int
sendPruned ds0 = do
  (d, ds1) <- select ds0
  (e, ds2) <- select ds1
  (y, ds3) <- select ds2
  guard ((d + e) `mod` 10 == y)
  let tens = (d + e) `div` 10
  (n, ds4) <- select ds3
  (r, ds5) <- select ds4
  guard ((n + r + tens) `mod` 10 == e)
  let hundreds = (n + r + tens) `div` 10
  (o, ds6) <- select ds5
  guard ((e + o + hundreds) `mod` 10 == n)
  (s, ds7) <- select ds6
  (m, _) <- select ds7
  guard (isSum s e n d m o r y)
  return (money m o n e y)
{-# INLINE sendPruned #-}

pythagoras :: MonadPlus m => Int -> m Int
pythagoras most = do
  a <- choose [1 .. most]
  b <- choose [a .. most]
  c <- choose [b .. most]
  guard (a * a + b * b == c * c)
  return (a + b + c)
{-# INLINE pythagoras #-}

zebra :: MonadPlus m => [Int] -> m Int
zebra street = do
  (red, green, ivory, yellow, blue) <- arrange
  guard (leftOf ivory green)
  (english, spanish, ukrainian, norwegian, japanese) <- arrange
  guard (english == red && norwegian == 1 && nextTo norwegian blue)
  (coffee, tea, milk, juice, water) <- arrange
  guard (coffee == green && ukrainian == tea && milk == 3)
  (oldGold, kools, chesterfields, luckyStrike, parliaments) <- arrange
  guard (kools == yellow && luckyStrike == juice && japanese == parliaments)
  (dog, snails, fox, horse, theZebra) <- arrange
  guard (spanish == dog && oldGold == snails && nextTo chesterfields fox && nextTo kools horse)
  return (10 * water + theZebra)
  where
    leftOf a b = a + 1 == b
    nextTo a b = abs (a - b) == 1
    arrange = do
      (a, left1) <- select street
      (b, left2) <- select left1
      (c, left3) <- select left2
      (d, left4) <- select left3
      (e, _) <- select left4
      return (a, b, c, d, e)
{-# INLINE zebra #-}

flips :: MonadPlus m => Int -> m Int
flips most = do
  i <- choice most
  j <- choice (i - 1)
  k <- choice (j - 1)
  guard (i + j + k == most)
  return ((53 * i + 2809 * j + 148877 * k) `mod` 1000000007)
  where choice n = if n < 1 then mzero else return n `mplus` choice (n - 1)
{-# INLINE flips #-}

data Tree = Leaf | Node Tree Int Tree

-- | Ten walks over all paths, each going on from the greatest result of the one before.
treeExplore :: Int -> Int
treeExplore height = iterate walk 0 !! 10
  where
    walk state = maximum (fst (runState (observeAllT (explore (make height))) state))
    make 0 = Leaf
    make n = let half = make (n - 1) in Node half n half

explore :: Tree -> LogicT (State Int) Int
explore Leaf = lift get
explore (Node left value right) = do
  next <- return left `mplus` return right
  state <- lift get
  lift (put $! operator state value)
  operator value <$> explore next

operator :: Int -> Int -> Int
operator x y = abs (x - 503 * y + 37) `mod` 1009
