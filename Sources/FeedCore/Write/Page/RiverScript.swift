/// The pages' only script: times told from now, pictures that cannot be loaded, and keys. The pages lack nothing that
/// matters without it.
enum RiverScript {
    static let text = #"""
        "use strict";
        (() => {
          const language = document.documentElement.lang;
          const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
          const local = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short" });
          const steps = [[60, "second"], [60, "minute"], [24, "hour"], [7, "day"]];

          // The last week in words; what is older keeps its time of day below the heading of its day.
          const showTimes = () => {
            for (const time of document.querySelectorAll(".source time")) {
              const moment = Date.parse(time.dateTime);
              let distance = (moment - Date.now()) / 1000;
              time.title = local.format(moment);
              for (const [size, unit] of steps) {
                if (Math.abs(distance) < size) {
                  time.textContent = relative.format(Math.trunc(distance), unit);
                  break;
                }
                distance /= size;
              }
            }
          };
          showTimes();
          document.addEventListener("visibilitychange", () => document.hidden || showTimes());

          // Some hosts refuse their pictures to other sites' readers.
          for (const image of document.querySelectorAll("img.lead")) {
            if (image.complete && !image.naturalWidth) image.remove();
            image.addEventListener("error", () => image.remove());
          }

          // Single keys can get in the way of speech input, so they can be switched off (WCAG 2.2, 2.1.4).
          const button = document.querySelector(".keys button");
          const entries = [...document.querySelectorAll("article.entry")];
          if (!button || !entries.length) return;
          let keysAreOn = true;
          const setKeys = on => button.setAttribute("aria-pressed", keysAreOn = on);
          // A browser may forbid remembering.
          try { setKeys(localStorage.getItem("keys") !== "off"); } catch { }
          button.addEventListener("click", () => {
            setKeys(!keysAreOn);
            try { localStorage.setItem("keys", keysAreOn ? "on" : "off"); } catch { }
          });
          button.parentElement.hidden = false;

          document.addEventListener("keydown", event => {
            if (!keysAreOn || event.ctrlKey || event.metaKey || event.altKey) return;
            const index = entries.findIndex(entry => entry.contains(document.activeElement));
            const entry = entries[index];
            if (event.key === "j" || event.key === "k") {
              const next = entries[Math.min(Math.max(index + (event.key === "j" ? 1 : -1), 0), entries.length - 1)];
              // An article of the site's own may have nothing in it that takes the focus.
              next.tabIndex = -1;
              (next.querySelector("h3 a") ?? next.querySelector("summary, a") ?? next).focus({ preventScroll: true });
              next.scrollIntoView({ block: "start" });
            } else if (event.key === "o") {
              entry?.querySelector("h3 a")?.click();
            } else if (event.key === "x") {
              const details = entry?.querySelector("details");
              if (details) details.open = !details.open;
            }
          });
        })();

        """#
}
