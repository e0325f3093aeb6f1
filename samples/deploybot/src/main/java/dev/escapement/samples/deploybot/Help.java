package dev.escapement.samples.deploybot;

import java.io.PrintStream;
import java.util.Locale;

/** The help text of the program. */
final class Help {

    private Help() {}

    static void print(PrintStream out) {
        out.println();
        out.println("Without arguments, the Slack message \"ship v1.4.2\" starts a thread. Otherwise use one of:");
        for (Verb verb : Verb.values()) {
            line(out, verb.usage(), verb.meaning());
        }
        out.println("Options, before the command:");
        line(out, "--thread <id>", "the thread to continue, if several wait");
        line(out, "--dir <directory>", "the directory of all files; default: " + ProgramArguments.DEFAULT_DIRECTORY);
    }

    private static void line(PrintStream out, String usage, String meaning) {
        out.println(String.format(Locale.ROOT, "  %-20s %s", usage, meaning));
    }
}
