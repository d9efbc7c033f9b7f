package org.chasqui.hub;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.chasqui.site.Hub;
import org.chasqui.site.HubContent;
import org.chasqui.site.HubOutcome;
import org.chasqui.site.SourceRevision;

/**
 * Does something for many hubs, several at a time, each in its own time and trouble. Hubs that
 * share a repository take turns.
 *
 * @param <T> what comes of it for each
 */
final class Fleet<T> {
  private static final long GRACE_MILLIS = 1900;

  private final HubRun.Setting setting;
  private final Work<T> work;
  private final BiFunction<Hub, HubOutcome, T> failed;

  /**
   * @param work what to do for a hub
   * @param failed what comes of it when that could not be done
   */
  Fleet(HubRun.Setting setting, Work<T> work, BiFunction<Hub, HubOutcome, T> failed) {
    this.setting = setting;
    this.work = work;
    this.failed = failed;
  }

  /** What to do for one hub. */
  interface Work<T> {
    T with(HubRun run) throws Trouble;
  }

  /** What came of it for one hub. */
  record Done<T>(Hub hub, T result) {}

  /** Does it for all, and gives the results by hub id. */
  List<Done<T>> run(
      Collection<HubContent> contents, SourceRevision revision, Consumer<Done<T>> progress) {
    List<Done<T>> done = new ArrayList<>();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            setting.options().parallel(), task -> daemon(task, "chasqui-hubs"));
    try {
      List<Future<?>> turns = new ArrayList<>();
      for (List<HubContent> sharing : byRepository(contents)) {
        turns.add(
            pool.submit(
                () -> {
                  for (HubContent content : sharing) {
                    Done<T> one = new Done<>(content.hub(), one(content, revision));
                    synchronized (done) {
                      done.add(one);
                      progress.accept(one);
                    }
                  }
                }));
      }
      turns.forEach(Fleet::await);
    } finally {
      pool.shutdownNow();
    }
    done.sort(Comparator.comparing(one -> one.hub().id()));
    return done;
  }

  private Collection<List<HubContent>> byRepository(Collection<HubContent> contents) {
    Map<String, List<HubContent>> groups = new LinkedHashMap<>();
    contents.stream()
        .sorted(Comparator.comparing(content -> content.hub().id()))
        .forEach(
            content ->
                groups.computeIfAbsent(key(content.hub()), key -> new ArrayList<>()).add(content));
    return groups.values();
  }

  private String key(Hub hub) {
    return HubAddress.find(setting.siteFolder(), hub)
        .map(HubAddress::key)
        .orElse("hub " + hub.id());
  }

  private static void await(Future<?> turn) {
    try {
      turn.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while hubs were published", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("whoever listened to the progress failed", e.getCause());
    }
  }

  private T one(HubContent content, SourceRevision revision) {
    Hub hub = content.hub();
    if (hub.status() == Hub.Status.RETIRED) {
      return failed.apply(hub, new HubOutcome.Retired());
    }
    HubAddress address;
    try {
      address = HubAddress.of(setting.siteFolder(), hub);
    } catch (IllegalArgumentException e) {
      Trouble trouble = new Trouble(Trouble.Code.NOT_FOUND, String.valueOf(e.getMessage()));
      return failed.apply(hub, trouble.outcome());
    }
    return atHost(hub, new HubRun(content, address, revision, setting));
  }

  private T atHost(Hub hub, HubRun run) {
    try {
      Semaphore place = run.enter();
      try {
        return timed(hub, run);
      } finally {
        place.release();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed.apply(hub, overdue(run));
    }
  }

  // A thread of its own, because nothing in Java stops one that waits for a dead file server.
  private T timed(Hub hub, HubRun run) {
    FutureTask<T> task = new FutureTask<>(() -> attempt(hub, run));
    Thread thread = daemon(task, "chasqui-hub-" + hub.id());
    thread.start();
    try {
      return inTime(run, task, thread);
    } catch (TimeoutException e) {
      return failed.apply(hub, overdue(run));
    } catch (ExecutionException e) {
      return failed.apply(hub, new HubOutcome.Unknown(Troubles.unexpected(e)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed.apply(hub, overdue(run));
    }
  }

  private T inTime(HubRun run, FutureTask<T> task, Thread thread)
      throws InterruptedException, ExecutionException, TimeoutException {
    try {
      return task.get(setting.options().deadline().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      run.deadline().expire();
      thread.interrupt();
      return task.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static HubOutcome overdue(HubRun run) {
    return run.isMoving()
        ? new HubOutcome.Unknown("The time for this hub was over while it was being sent.")
        : new Trouble(Trouble.Code.TIMEOUT, "The time for this hub is over.").outcome();
  }

  private T attempt(Hub hub, HubRun run) {
    try {
      return work.with(run);
    } catch (Trouble e) {
      return failed.apply(hub, e.outcome());
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
