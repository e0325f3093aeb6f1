package com.example.desk;

import dev.escapement.model.Model;
import dev.escapement.openai.OpenAiModel;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadStore;
import dev.escapement.run.Worker;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans of the agent. */
public class DeskBeans {

    @Produces
    @Singleton
    ThreadStore store() {
        return FileThreadStore.in(Path.of("threads"));
    }

    @Produces
    @Singleton
    Model model(
            @ConfigProperty(name = "desk.model") String model, @ConfigProperty(name = "desk.model-url") String address) {
        return OpenAiModel.builder().model(model).baseUrl(address).build();
    }

    @Produces
    @Singleton
    Runner runner(OrderDesk desk, Model model, ThreadStore store) {
        return Runner.of(new OrderDeskLoop(desk)).model(model).store(store).build();
    }

    @Produces
    @Singleton
    @Startup
    Worker worker(ThreadStore store, Runner runner) {
        return Worker.of(store, runner).start();
    }

    void drain(@Disposes Worker worker) {
        worker.close();
    }
}
