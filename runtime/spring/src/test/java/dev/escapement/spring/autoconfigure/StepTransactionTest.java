package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadStore;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.permits.PermitOffice;
import dev.escapement.spring.permits.PermitTable;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import dev.escapement.thread.Start;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tests the transactions of steps, which Spring's transaction manager begins and ends. */
class StepTransactionTest {

    @TempDir
    Path directory;

    private final AtomicReference<String> tool = new AtomicReference<>("issue_permit");
    private final AtomicReference<String> plate = new AtomicReference<>("A 1");

    private ApplicationContextRunner contexts() {
        return AgentContexts.sqlite(directory)
                .withBean("table", PermitTable.class)
                .withBean("office", PermitOffice.class)
                .withBean("models", AgentModels.class, () -> loop -> callThenClose(), bean -> bean.setPrimary(true))
                .withPropertyValues("escapement.worker.enabled=false");
    }

    /** Returns a model that calls the tool, and ends the thread when it has a result. */
    private Model callThenClose() {
        return request -> request.messages().size() < 2
                ? ModelReply.call("c1", tool.get(), "{\"plate\":\"" + plate.get() + "\"}")
                : ModelReply.call("c2", "close_office", "{\"remark\":\"done\"}");
    }

    private static AgentThread start(ApplicationContext context) {
        return context.getBean(Runner.class).start("t1", "Issue a permit");
    }

    private static List<String> plates(ApplicationContext context) {
        return context.getBean(PermitTable.class).plates();
    }

    private static List<EventKind> kinds(AgentThread thread) {
        return thread.events().stream().map(Event::kind).toList();
    }

    @Test
    void stepJoinsTheTransactionOfItsEvent() {
        contexts().run(context -> {
            AgentThread thread = start(context);

            assertThat(plates(context)).containsExactly("A 1");
            assertThat(kinds(thread)).contains(EventKind.STEP_RETURNED);
        });
    }

    @Test
    void declaredExceptionRollsBackTransactionalMethod() {
        plate.set("X 1");
        contexts().run(context -> {
            AgentThread thread = start(context);

            assertThat(plates(context)).isEmpty();
            assertThat(kinds(thread)).contains(EventKind.STEP_FAILED);
        });
    }

    @Test
    void declaredExceptionRollsBackPlainMethod() {
        plate.set("X 1");
        tool.set("renew_permit");
        contexts().run(context -> {
            start(context);

            assertThat(plates(context)).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"M 1", "C 1"})
    void rollbackAtTheCommitIsAFailureOfTheStep(String refused) {
        plate.set(refused);
        contexts().run(context -> {
            AgentThread thread = start(context);

            assertThat(plates(context)).isEmpty();
            assertThat(kinds(thread)).containsOnlyOnce(EventKind.STEP_FAILED).doesNotContain(EventKind.STEP_RETURNED);
            assertThat(thread.hasEnded()).isTrue();
        });
    }

    /** The trap against which the compiler warns: outside of transactional steps, the rule of Spring applies. */
    @Test
    void declaredExceptionCommitsOtherSteps() {
        plate.set("X 1");
        tool.set("note_plate");
        contexts().run(context -> {
            start(context);

            assertThat(plates(context)).containsExactly("X 1");
        });
    }

    @Test
    void decisionDoesNotJoinTheTransactionOfItsCaller() {
        contexts().run(context -> {
            Runner runner = context.getBean(Runner.class);
            runner.enqueue("t1", Start.of("Issue a permit"));
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                context.getBean(ThreadInbox.class).cancel("t1", "closed");
                status.setRollbackOnly();
            });

            assertThat(context.getBean(ThreadStore.class)
                            .load("t1")
                            .orElseThrow()
                            .hasEnded())
                    .isTrue();
        });
    }

    @Test
    void storeUsesTheTargetOfProxyThatJoins() {
        DataSource target = SqliteFiles.source(directory, "app.db");
        contexts()
                .withBean("aware", DataSource.class, () -> new TransactionAwareDataSourceProxy(target))
                .run(context ->
                        assertThat(context.getBean(JdbcAccess.class).source()).isSameAs(target));
    }
}
