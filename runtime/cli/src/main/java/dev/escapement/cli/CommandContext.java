package dev.escapement.cli;

import dev.escapement.engine.AgentLoop;
import dev.escapement.run.Approver;
import dev.escapement.run.Runner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The environment in which the commands are executed.
 *
 * @param store the store of the application that embeds the commands; null if the arguments name the store
 * @param runners the runners that continue threads in this process
 * @param agents the agents whose lock files are compared
 * @param approver the person who decides if the arguments do not name one
 * @param commandLine returns the complete command line for arguments, for the commands that are printed
 * @param variables the environment variables
 * @param output the output
 */
record CommandContext(
        @Nullable OpenStore store,
        List<Runner> runners,
        List<AgentLoop> agents,
        Optional<Approver> approver,
        UnaryOperator<String> commandLine,
        Map<String, String> variables,
        CommandOutput output) {

    /** The environment variable with the URL of the store. */
    static final String STORE_VARIABLE = "ESCAPEMENT_STORE";

    boolean isEmbedded() {
        return store != null;
    }

    /** Returns the runner of an agent's threads, preferably the one that starts them. */
    Optional<Runner> runner(String agent) {
        return runners.stream()
                .filter(runner -> runner.agent().equals(agent))
                .findFirst()
                .or(() -> runners.stream()
                        .filter(runner -> runner.agents().contains(agent))
                        .findFirst());
    }

    /** Opens the store that the arguments or the environment name. An embedded store is never closed. */
    OpenStore open(@Nullable String option) {
        return store != null ? store : url(option).open();
    }

    /** Returns the path or the URL of the store without passwords; empty for the store of an application. */
    Optional<String> storeName(@Nullable String option) {
        return isEmbedded() ? Optional.empty() : Optional.of(url(option).toString());
    }

    /** Returns the URL of the store in an option, or else in the environment. */
    StoreUrl url(@Nullable String option) {
        String url = option != null ? option : variables.get(STORE_VARIABLE);
        if (url == null || url.isBlank()) {
            throw CommandException.usage("The store is not specified. Use --store URL or set the environment variable "
                    + STORE_VARIABLE + ". " + StoreUrl.FORMS);
        }
        return StoreUrl.parse(url, variables);
    }
}
