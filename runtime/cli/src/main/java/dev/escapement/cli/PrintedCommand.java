package dev.escapement.cli;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The commands that are printed for a person to copy.
 *
 * @param commandLine returns the complete command line for arguments
 * @param storeOption the option with the store, which each command repeats; empty if there is none
 * @param byOption the option with the person who decides; empty if there is a default
 */
record PrintedCommand(UnaryOperator<String> commandLine, String storeOption, String byOption) {

    static PrintedCommand of(CommandContext context, @Nullable String url) {
        return new PrintedCommand(
                context.commandLine(),
                url != null && context.url(url).isPrintable() ? " --store " + ShellWord.quoted(url) : "",
                context.approver().isPresent() ? "" : " --by NAME");
    }

    /** Returns a command. The operands are quoted; the options are not. */
    String of(String verb, List<String> operands, String options) {
        String words = operands.stream().map(ShellWord::quoted).collect(Collectors.joining(" "));
        String named = storeOption + (options.isEmpty() ? "" : " " + options);
        boolean ambiguous = operands.stream().anyMatch(operand -> operand.startsWith("-"));
        String arguments = ambiguous ? verb + named + " -- " + words : verb + " " + words + named;
        return commandLine.apply(arguments);
    }

    /** Returns a command of a person who decides. */
    String decision(String verb, List<String> operands, String options) {
        return of(verb, operands, (byOption + (options.isEmpty() ? "" : " " + options)).strip());
    }
}
