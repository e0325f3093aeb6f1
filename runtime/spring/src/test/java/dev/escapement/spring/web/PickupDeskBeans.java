package dev.escapement.spring.web;

import dev.escapement.engine.AgentLoop;
import dev.escapement.model.ModelReply;
import dev.escapement.run.InMemoryThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.Worker;
import dev.escapement.server.DeltaFeed;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The beans of an application with one agent, whose model always proposes to return a parcel. */
@Configuration(proxyBeanMethods = false)
class PickupDeskBeans {

    @Bean
    InMemoryThreadStore store() {
        return new InMemoryThreadStore();
    }

    @Bean
    AgentLoop pickupDeskLoop() {
        return new PickupDeskLoop(new PickupDesk());
    }

    @Bean
    Runner pickupDeskRunner(AgentLoop loop, InMemoryThreadStore store, ObjectProvider<DeltaFeed> deltas) {
        AtomicInteger calls = new AtomicInteger();
        Runner.Builder builder = Runner.of(loop)
                .model(request ->
                        ModelReply.call("call-" + calls.incrementAndGet(), "return_parcel", "{\"parcel\":\"P-1\"}"))
                .store(store);
        deltas.ifAvailable(feed -> builder.listener(feed).deltas(feed));
        return builder.build();
    }

    @Bean(destroyMethod = "close")
    Worker worker(InMemoryThreadStore store, Runner runner) {
        return Worker.of(store, runner).start();
    }
}
