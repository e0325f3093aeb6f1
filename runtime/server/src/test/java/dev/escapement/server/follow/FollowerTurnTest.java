package dev.escapement.server.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FollowerTurnTest {
    private static final Duration ENDLESS = Duration.ofDays(1);

    /** Returns whether the turn after each kind of last part is long, in the order of the constants. */
    private static List<Boolean> isNextLong(boolean isLong, boolean isSlow) {
        return Stream.of(StreamTurn.Kind.values())
                .map(kind -> {
                    FollowerTurn turn = new FollowerTurn(ENDLESS);
                    turn.end(isLong ? StreamTurn.Kind.BACKLOG : StreamTurn.Kind.WAITING);
                    turn.written(isSlow ? ENDLESS.toNanos() : 0);
                    turn.end(kind);
                    return turn.isLong();
                })
                .toList();
    }

    @Test
    void backlogBeginsALongTurn() {
        assertEquals(List.of(false, true, false, false), isNextLong(false, false));
    }

    @Test
    void longTurnContinuesWithMore() {
        assertEquals(List.of(true, true, false, false), isNextLong(true, false));
    }

    @Test
    void slowClientHasLongTurns() {
        assertEquals(List.of(true, true, true, true), isNextLong(false, true));
    }

    @Test
    void slownessLastsUntilTheNextWrite() {
        FollowerTurn turn = new FollowerTurn(ENDLESS);
        turn.written(ENDLESS.toNanos());
        turn.end(StreamTurn.Kind.WAITING);
        turn.start();
        turn.end(StreamTurn.Kind.WAITING);
        assertTrue(turn.isLong());

        turn.written(0);
        turn.end(StreamTurn.Kind.WAITING);

        assertFalse(turn.isLong());
    }

    @Test
    void onlyAContendedLongTurnYields() {
        FollowerTurn turn = new FollowerTurn(Duration.ZERO);
        turn.end(StreamTurn.Kind.BACKLOG);
        turn.start();
        turn.loaded();

        assertFalse(turn.mustYield(() -> false));
        assertTrue(turn.mustYield(() -> true));
    }

    @Test
    void shortTurnYieldsAfterItsTime() {
        FollowerTurn over = new FollowerTurn(Duration.ZERO);
        over.loaded();
        FollowerTurn fresh = new FollowerTurn(ENDLESS);
        fresh.loaded();

        assertTrue(over.mustYield(() -> false));
        assertFalse(fresh.mustYield(() -> true));
    }
}
