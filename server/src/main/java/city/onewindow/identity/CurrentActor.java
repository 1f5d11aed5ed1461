package city.onewindow.identity;

import java.util.Optional;

/** Who is signed in, for what no handler hands an {@link Actor} to: the counts of the navigation. */
public final class CurrentActor {

    private CurrentActor() {}

    public static Optional<Actor> get() {
        return ActorArgument.signedIn().map(SignedIn::actor);
    }
}
