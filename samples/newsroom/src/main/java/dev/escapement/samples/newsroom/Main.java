package dev.escapement.samples.newsroom;

import dev.escapement.run.Approver;
import dev.escapement.run.FileThreadStore;
import dev.escapement.run.InboxQuestion;
import dev.escapement.run.Runner;
import dev.escapement.run.Standing.Kind;
import dev.escapement.run.Standing.Phase;
import dev.escapement.run.ThreadInbox;
import dev.escapement.run.ThreadIndex.ThreadEntry;
import dev.escapement.run.ThreadPrinter;
import dev.escapement.run.ThreadQuery;
import dev.escapement.thread.Start;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/**
 * A program that commissions an article and prints the conversation. If an earlier start ended before the article was
 * approved, the next one continues its threads, which are stored in files.
 */
public final class Main {

    private static final Path FILES = Path.of("target", "newsroom");
    private static final Approver YOU = Approver.of("you");

    private final Scanner input = new Scanner(System.in, Charset.defaultCharset());
    private final Press press = new Press();
    private final FileThreadStore store;
    private final Runner runner;
    private final ThreadInbox inbox;

    private Main(Path files) {
        this.store = FileThreadStore.in(files);
        this.inbox = ThreadInbox.of(store);
        this.runner = Runner.of(
                        new NewsroomLoop(new Newsroom(press)),
                        new WriterLoop(new Writer(new Archive())),
                        new EditorLoop(new Editor()))
                .model(new DemoModel())
                .store(store)
                .listener(ThreadPrinter.standard())
                .build();
    }

    /**
     * Commissions an article, or continues an earlier one.
     *
     * @param args the topic. Default: the new bridge
     */
    public static void main(String[] args) {
        run(FILES, args);
    }

    static void run(Path files, String... args) {
        System.out.println("This sample uses a few rules in place of a language model.");
        Main main = new Main(files);
        List<ThreadEntry> open = main.threads(Phase.RUNNABLE, Phase.WAITING);
        String id = open.isEmpty() ? main.start(args) : main.resume(open.get(0));
        main.decide(id);
        main.press.printed().forEach(article -> System.out.println("\n" + article.title() + "\n\n" + article.text()));
    }

    /** Returns the newsroom's threads of earlier starts in some phases; in all phases if none is given. */
    private List<ThreadEntry> threads(Phase... phases) {
        ThreadQuery query = ThreadQuery.all().agent(runner.agent());
        for (Phase phase : phases) {
            query = query.phase(phase);
        }
        return store.threads(query).entries();
    }

    private String resume(ThreadEntry entry) {
        System.out.println("Continues the article of an earlier start.");
        return runner.resume(entry.id()).id();
    }

    private String start(String... args) {
        String topic = args.length > 0 ? String.join(" ", args) : "The new bridge";
        String id = "article-" + (threads().size() + 1);
        return runner.start(id, Start.of(topic).label("section", "city")).id();
    }

    /** Lets a person decide while an approval of any agent is open in the inbox of the thread. */
    private void decide(String id) {
        List<InboxQuestion> questions = inbox.questions(id);
        while (!questions.isEmpty() && questions.get(0).kind() == Kind.APPROVAL) {
            InboxQuestion question = questions.get(0);
            System.out.print(String.join(" > ", question.path()) + ": " + question.text() + " [y/n] ");
            System.out.flush();
            if (!input.hasNextLine()) {
                System.out.println("\nWithout an answer, nothing is published. The next start continues.");
                return;
            }
            if (input.nextLine().strip().toLowerCase(Locale.ROOT).startsWith("y")) {
                runner.approve(question.threadId(), question.callId(), YOU);
            } else {
                runner.refuse(question.threadId(), question.callId(), YOU, "Make it shorter.");
            }
            questions = inbox.questions(id);
        }
    }
}
