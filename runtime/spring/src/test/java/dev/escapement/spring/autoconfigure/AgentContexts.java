package dev.escapement.spring.autoconfigure;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.spring.AgentModels;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Application contexts with the auto-configurations of agents, for tests. */
final class AgentContexts {

    private AgentContexts() {}

    /** Returns a runner of contexts with a model that finishes each thread. The worker is not started. */
    static ApplicationContextRunner withoutStore() {
        return empty().withBean(AgentModels.class, () -> loop -> closing());
    }

    /** Returns a runner of contexts without a model. */
    static ApplicationContextRunner empty() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        AgentAutoConfiguration.class,
                        StoreAutoConfiguration.class,
                        RunnerAutoConfiguration.class,
                        WorkerAutoConfiguration.class))
                .withPropertyValues("escapement.worker.poll-time=20ms");
    }

    /** Returns a runner of contexts whose store is in memory. */
    static ApplicationContextRunner inMemory() {
        return withoutStore().withPropertyValues("escapement.store.type=memory");
    }

    /** Returns a runner of contexts with a pool of connections to an SQLite file in a directory. */
    static ApplicationContextRunner sqlite(Path directory) {
        return withoutStore()
                .withConfiguration(AutoConfigurations.of(
                        AopAutoConfiguration.class,
                        DataSourceAutoConfiguration.class,
                        DataSourceTransactionManagerAutoConfiguration.class,
                        TransactionAutoConfiguration.class))
                .withPropertyValues("spring.datasource.url=jdbc:sqlite:" + directory.resolve("app.db"));
    }

    /** Returns a model that ends threads of both agents. */
    static Model closing() {
        return request -> request.tools().stream().anyMatch(tool -> tool.name().equals("answer_question"))
                ? ModelReply.call("c1", "answer_question", "{\"text\":\"done\"}")
                : ModelReply.call("c1", "close_office", "{\"remark\":\"done\"}");
    }
}
