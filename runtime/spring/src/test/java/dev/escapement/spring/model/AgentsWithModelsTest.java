package dev.escapement.spring.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.escapement.run.Runner;
import dev.escapement.spring.AgentSetupException;
import dev.escapement.spring.AgentSetupException.Reason;
import dev.escapement.spring.autoconfigure.AgentAutoConfiguration;
import dev.escapement.spring.autoconfigure.ModelAutoConfiguration;
import dev.escapement.spring.autoconfigure.RunnerAutoConfiguration;
import dev.escapement.spring.autoconfigure.StoreAutoConfiguration;
import dev.escapement.spring.autoconfigure.WorkerAutoConfiguration;
import dev.escapement.spring.permits.WaterDesk;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Agents and their models together. */
class AgentsWithModelsTest {

    private final ApplicationContextRunner context = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    AgentAutoConfiguration.class,
                    StoreAutoConfiguration.class,
                    RunnerAutoConfiguration.class,
                    WorkerAutoConfiguration.class,
                    ModelAutoConfiguration.class))
            .withBean("waterDesk", WaterDesk.class)
            .withPropertyValues("escapement.store.type=memory", "escapement.worker.enabled=false");

    @Test
    void eachAgentUsesItsModel() throws Exception {
        try (ReplyServer server = new ReplyServer()) {
            for (String agent : new String[] {"water-desk", "water", "waterDesk"}) {
                context.withPropertyValues(
                                "escapement.models.default.provider=openai",
                                "escapement.models.default.model=plain",
                                "escapement.models.default.base-url=" + server.baseUrl(),
                                "escapement.models.other.provider=openai",
                                "escapement.models.other.model=special",
                                "escapement.models.other.base-url=" + server.baseUrl(),
                                "escapement.agents." + agent + ".model=other")
                        .run(started -> {
                            assertTrue(started.getStartupFailure() == null, () -> "" + started.getStartupFailure());
                            started.getBean("waterDeskRunner", Runner.class).start("Hi");
                            int last = server.requests().size() - 1;
                            assertTrue(
                                    server.requests().get(last).contains("\"special\""),
                                    server.requests().get(last));
                        });
            }
        }
    }

    @Test
    void missingModelEndsTheStart() {
        context.run(started -> {
            assertEquals(
                    "The agent water does not have a model. Found entries of escapement.models: none; beans of the type Model: none.",
                    cause(started.getStartupFailure()).description());
        });
    }

    @Test
    void missingModelHasTheReasonOfSetups() {
        context.run(started -> assertEquals(
                Reason.MODEL_MISSING, cause(started.getStartupFailure()).reason()));
    }

    @Test
    void missingKeyIsAnInvalidSetting() {
        context.withPropertyValues("escapement.models.default.provider=openai", "escapement.models.default.model=plain")
                .run(started -> assertEquals(
                        Reason.MODEL_INVALID, cause(started.getStartupFailure()).reason()));
    }

    @Test
    void severalEntriesAreAmbiguous() {
        context.withPropertyValues(
                        "escapement.models.first.provider=openai", "escapement.models.second.provider=openai")
                .run(started -> assertEquals(
                        Reason.MODEL_AMBIGUOUS,
                        cause(started.getStartupFailure()).reason()));
    }

    private static AgentSetupException cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return (AgentSetupException) cause;
    }

    @Test
    void wrongAgentEndsTheStart() {
        context.withPropertyValues(
                        "escapement.models.default.provider=openai",
                        "escapement.models.default.model=plain",
                        "escapement.models.default.base-url=http://127.0.0.1:1",
                        "escapement.agents.watter-desk.model=x")
                .run(started -> {
                    assertEquals(
                            "Did you mean waterDesk?",
                            cause(started.getStartupFailure()).action());
                });
    }
}
