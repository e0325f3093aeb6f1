package dev.escapement.samples.deploybot;

import java.io.PrintStream;
import java.util.Locale;

/** The help of the program. */
final class Help {

    private Help() {}

    static void print(PrintStream out) {
        out.println();
        out.println("Without arguments, \"ship v1.4.2\" is written in Slack. Otherwise one of:");
        for (Verb verb : Verb.values()) {
            line(out, verb.usage(), verb.meaning());
        }
        out.println("and before that, if need be:");
        line(out, "--thread <id>", "which thread is meant, if several wait");
        line(
                out,
                "--dir <directory>",
                "where everything is kept; " + ProgramArguments.DEFAULT_DIRECTORY + " if not given");
    }

    private static void line(PrintStream out, String usage, String meaning) {
        out.println(String.format(Locale.ROOT, "  %-20s %s", usage, meaning));
    }
}
