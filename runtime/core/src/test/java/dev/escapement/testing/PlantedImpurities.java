package dev.escapement.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Impure functions that {@link PurityTest} must find, and a pure one that it must not report. */
final class PlantedImpurities {

    private PlantedImpurities() {}

    static final class Clock {
        static long next() {
            return Instant.now().toEpochMilli();
        }
    }

    static final class Nanos {
        static long next() {
            return System.nanoTime();
        }
    }

    static final class Settings {
        static String next() {
            return System.getProperty("user.home");
        }
    }

    static final class Logger {
        static Object next() {
            return System.getLogger("x");
        }
    }

    static final class Dice {
        static Object next() {
            return UUID.randomUUID();
        }
    }

    static final class Files {
        static boolean next() {
            return java.nio.file.Files.exists(java.nio.file.Path.of("x"));
        }
    }

    static final class OtherThread {
        static void next() {
            new Thread(() -> {}).start();
        }
    }

    static final class Lambda {
        static long next() {
            Supplier<Long> supplier = () -> System.nanoTime();
            return supplier.get();
        }
    }

    static final class Reference {
        static long next() {
            Supplier<Instant> supplier = Instant::now;
            return supplier.get().toEpochMilli();
        }
    }

    static final class Deep {
        static long next() {
            return one();
        }

        private static long one() {
            return new Deep().two();
        }

        private long two() {
            return System.nanoTime();
        }
    }

    static final class Initialiser {
        static long next() {
            return Started.AT;
        }

        static final class Started {
            static final long AT = System.nanoTime();
        }
    }

    static final class Override {
        interface Source {
            long value();
        }

        static final class Late implements Source {
            @java.lang.Override
            public long value() {
                return System.nanoTime();
            }
        }

        static long next(Source source) {
            return source.value();
        }
    }

    static final class Inherited {
        abstract static class Base {
            final long value() {
                return System.nanoTime();
            }
        }

        static final class Leaf extends Base {}

        static long next() {
            return new Leaf().value();
        }
    }

    static final class Callback {
        @java.lang.Override
        public String toString() {
            return "" + System.nanoTime();
        }

        static String next() {
            return String.valueOf(new Callback());
        }
    }

    static final class Sorted implements Comparable<Sorted> {
        @java.lang.Override
        public int compareTo(Sorted other) {
            return (int) System.nanoTime();
        }

        static Object next() {
            return List.of(new Sorted(), new Sorted()).stream().sorted().toList();
        }
    }

    static final class Counter {
        private static int count;

        static int next() {
            return ++count;
        }
    }

    static final class Cache {
        private static final Map<String, String> CACHE = new HashMap<>();

        static String next(String key) {
            return CACHE.computeIfAbsent(key, k -> k);
        }
    }

    static final class Array {
        private static final int[] COUNTS = {0};

        static int next() {
            return COUNTS[0]++;
        }
    }

    static final class Holder {
        private int count;

        private static final Holder ONLY = new Holder();

        static int next() {
            return ++ONLY.count;
        }
    }

    /** A pure function that changes local state and reads constants, in a class with an unused impure method. */
    static final class Harmless {
        private static final List<String> NAMES = List.of("a", "b");

        enum Kind {
            GOOD,
            BAD
        }

        record Named(String name, Kind kind) {}

        static Object next(Kind kind) {
            List<Named> named = new ArrayList<>();
            for (String name : NAMES) {
                named.add(new Named(name, kind));
            }
            return switch (kind) {
                case GOOD -> named.toString();
                case BAD -> Instant.EPOCH.plusSeconds(Kind.values().length);
            };
        }

        static long notCalled() {
            return System.nanoTime();
        }
    }
}
