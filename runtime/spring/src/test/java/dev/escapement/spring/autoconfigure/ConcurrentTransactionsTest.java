package dev.escapement.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.escapement.model.Model;
import dev.escapement.model.ModelReply;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import dev.escapement.spring.AgentModels;
import dev.escapement.spring.permits.PermitOffice;
import dev.escapement.spring.permits.PermitTable;
import dev.escapement.thread.Start;
import dev.escapement.thread.ThreadStatus;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests steps in concurrent transactions of Spring on SQLite, which permits one writer. */
@Timeout(120)
class ConcurrentTransactionsTest {

    private static final int THREADS = 24;

    @TempDir
    Path directory;

    /** Returns a model that issues a permit for the input, and ends the thread when it has a result. */
    private static Model issuing() {
        return request -> request.messages().size() < 2
                ? ModelReply.call("c1", "issue_permit", "{\"plate\":\"" + plate(request.toString()) + "\"}")
                : ModelReply.call("c2", "close_office", "{\"remark\":\"done\"}");
    }

    private static String plate(String request) {
        int start = request.indexOf("B-");
        return request.substring(start, start + 4);
    }

    @Test
    void eachStepCommitsItsRowOnce() {
        List<String> plates =
                IntStream.range(10, 10 + THREADS).mapToObj(i -> "B-" + i).toList();
        AgentContexts.sqlite(directory)
                .withBean("table", PermitTable.class)
                .withBean("office", PermitOffice.class)
                .withBean("issuing", AgentModels.class, () -> loop -> issuing(), bean -> bean.setPrimary(true))
                .withPropertyValues("escapement.worker.concurrency=4")
                .run(context -> {
                    ThreadStore store = context.getBean(ThreadStore.class);
                    plates.forEach(plate -> context.getBean(Runner.class).enqueue(plate, Start.of(plate)));
                    context.getBean(Worker.class).wake();

                    Waiting.until(() -> plates.stream()
                            .allMatch(plate -> store.load(plate).orElseThrow().status() == ThreadStatus.FINISHED));
                    assertThat(context.getBean(PermitTable.class).plates()).isEqualTo(plates);
                });
    }
}
