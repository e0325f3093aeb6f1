package dev.escapement.samples.benchmarks.chaos;

import java.util.List;

/**
 * The options of the kill test.
 *
 * @param kills the number of kills
 * @param races the number of races after the kills
 * @param seed the seed of all random choices; the timing of the processes is not reproducible
 */
record KillOptions(int kills, int races, long seed) {

    private static final int DEFAULT_KILLS = 1000;
    private static final int DEFAULT_RACES = 200;
    private static final long DEFAULT_SEED = 13;

    /** Parses the arguments of the program. */
    static KillOptions of(List<String> args) {
        KillOptions options = new KillOptions(DEFAULT_KILLS, DEFAULT_RACES, DEFAULT_SEED);
        for (int i = 0; i < args.size(); i += 2) {
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException("The option " + args.get(i) + " lacks a number. Append one.");
            }
            options = options.with(args.get(i), Long.parseLong(args.get(i + 1)));
        }
        return options;
    }

    private KillOptions with(String name, long value) {
        return switch (name) {
            case "--kills" -> new KillOptions(Math.toIntExact(value), races, seed);
            case "--races" -> new KillOptions(kills, Math.toIntExact(value), seed);
            case "--seed" -> new KillOptions(kills, races, value);
            default ->
                throw new IllegalArgumentException("Unknown option " + name + ". Use --kills, --races or --seed.");
        };
    }
}
