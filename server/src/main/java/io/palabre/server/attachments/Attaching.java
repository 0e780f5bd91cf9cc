// SPDX-License-Identifier: Apache-2.0
package io.palabre.server.attachments;

import io.palabre.core.Time;
import io.palabre.core.ids.Ids;
import io.palabre.server.config.Config;
import io.palabre.server.edge.Route;
import io.palabre.server.media.Thumbnails;
import java.util.List;

/// Everything about attachments, running.
public final class Attaching implements AutoCloseable {
    private final Thumbnails thumbnails = new Thumbnails();
    private final Orphans orphans;
    private final AttachmentRoutes routes;

    public Attaching(Shelf shelf, Ids ids, Time time, Config.Uploads limits) {
        orphans = new Orphans(shelf, time);
        var intake = new Intake(shelf.blobs(), thumbnails);
        routes = new AttachmentRoutes(shelf, new Uploads(shelf, intake, ids, limits));
    }

    /// Who makes small pictures of large ones.
    public Thumbnails thumbnails() {
        return thumbnails;
    }

    public List<Route> routes() {
        return routes.routes();
    }

    /// Stops before the store does.
    @Override
    public void close() {
        orphans.close();
        thumbnails.close();
    }
}
