package dev.escapement.samples.retail.chat;

import dev.escapement.engine.Command;
import dev.escapement.model.Model;
import dev.escapement.model.ModelException;
import dev.escapement.run.DriveException;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.Runner;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.samples.retail.RetailDesk;
import dev.escapement.samples.retail.RetailDeskLoop;
import dev.escapement.samples.retail.SampleShop;
import dev.escapement.samples.retail.shop.Shop;
import dev.escapement.thread.AgentThread;
import dev.escapement.thread.Event;
import dev.escapement.thread.EventKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat between one person and the service desk. Each event is stored in a file, so that the next start of the program
 * continues the conversation, even after an interrupted reply.
 */
public final class ServiceDeskChat {

    private static final Set<EventKind> TYPED = EnumSet.of(EventKind.STARTED, EventKind.MESSAGE_RECEIVED);

    private final RetailDeskLoop loop = new RetailDeskLoop(new RetailDesk(new Shop(SampleShop.database())));
    private final Path directory;
    private final BufferedReader in;
    private final PrintStream out;
    private final ThreadPrinter printer;
    private final ChatThreads threads;
    private final Runner runner;

    /**
     * Creates a chat.
     *
     * @param model the agent's model
     * @param directory the directory of the conversations
     * @param in the input of the person
     * @param out the output
     * @param printer the printer of events
     */
    public ServiceDeskChat(Model model, Path directory, BufferedReader in, PrintStream out, ThreadPrinter printer) {
        this.directory = directory;
        this.in = in;
        this.out = out;
        this.printer = printer;
        this.threads = new ChatThreads(FileThreadStore.in(directory));
        this.runner = Runner.of(loop)
                .model(model)
                .store(threads.store())
                .ids(threads::newId)
                .listener(this::show)
                .deltas(printer)
                .build();
    }

    /**
     * Continues the last conversation or starts a new one, and runs until the person enters an empty line.
     *
     * @throws IOException if the input cannot be read
     */
    public void run() throws IOException {
        ShopHistory history = new ShopHistory(loop);
        threads.all().forEach(history::repeat);
        AgentThread thread = threads.newest().filter(ServiceDeskChat::isOpen).orElse(null);
        if (thread == null) {
            out.println("Write to the service desk of the shop. An empty line ends the chat. Try: I ordered #S1001 by"
                    + " mistake, my address is nora.lind@example.com");
        } else {
            out.println("Continuing " + thread.id() + ", read from " + directory + ".");
            thread = goOn(thread);
        }
        talk(thread);
        out.println("The conversation is stored in " + directory + ". Start the program again to continue.");
    }

    private void talk(@Nullable AgentThread begun) throws IOException {
        AgentThread thread = unlessEnded(begun);
        for (Optional<String> line = ask(thread); line.isPresent(); line = ask(thread)) {
            thread = unlessEnded(said(thread, line.get()));
        }
    }

    private @Nullable AgentThread unlessEnded(@Nullable AgentThread thread) {
        if (thread != null && !isOpen(thread)) {
            out.println("This conversation has ended. Your next message starts a new one.");
            return null;
        }
        return thread;
    }

    private Optional<String> ask(@Nullable AgentThread thread) throws IOException {
        boolean stuck = thread != null && !waits(thread);
        out.print(stuck ? "Write anything to try again: " : "     you  ");
        out.flush();
        String line = in.readLine();
        if (line == null) {
            out.println();
        }
        return Optional.ofNullable(line).filter(written -> !written.isBlank());
    }

    private @Nullable AgentThread said(@Nullable AgentThread thread, String line) {
        try {
            if (thread == null) {
                return runner.start(line);
            }
            return waits(thread) ? runner.reply(thread.id(), line) : runner.resume(thread.id());
        } catch (DriveException e) {
            if (e.getCause() instanceof ModelException failure) {
                out.println(failure.getMessage());
                return e.thread();
            }
            throw e;
        }
    }

    /** Prints an earlier conversation, continues a reply that was interrupted, and returns the thread. */
    private AgentThread goOn(AgentThread thread) {
        for (int i = 0; i < thread.events().size(); i++) {
            printer.recorded(
                    new AgentThread(thread.id(), thread.events().subList(0, i + 1)),
                    thread.events().get(i));
        }
        AgentThread gone = waits(thread) ? thread : said(thread, "");
        return gone == null ? thread : gone;
    }

    /** Prints an event unless it is a message that the person has just typed. */
    private void show(AgentThread thread, Event event) {
        if (!TYPED.contains(event.kind())) {
            printer.recorded(thread, event);
        }
    }

    private static boolean isOpen(AgentThread thread) {
        return !thread.hasEnded();
    }

    private boolean waits(AgentThread thread) {
        return loop.next(thread) instanceof Command.AwaitMessage;
    }
}
